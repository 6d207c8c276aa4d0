import { expect, test } from 'vitest';
import { CAUSES, SIDES } from './causes';
import { isDay, shiftDay } from './days';

test('days go on over clock changes and the turn of the year', () => {
	expect(shiftDay('2026-10-24', 1)).toBe('2026-10-25');
	expect(shiftDay('2026-10-25', 1)).toBe('2026-10-26');
	expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
});

test('only a real day is a day', () => {
	expect(isDay('2026-11-24')).toBe(true);
	expect(isDay('2026-13-24')).toBe(false);
	expect(isDay('morgen')).toBe(false);
	expect(isDay(null)).toBe(false);
});

test('every side has causes of its own', () => {
	for (const side of SIDES) expect(CAUSES[side].length).toBeGreaterThan(1);
});
