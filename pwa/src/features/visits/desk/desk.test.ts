import { expect, test } from 'vitest';
import { CAUSES, SIDES } from './causes';
import { isDay } from './days';

test('only a real day is a day', () => {
	expect(isDay('2026-11-24')).toBe(true);
	expect(isDay('2026-13-24')).toBe(false);
	expect(isDay('morgen')).toBe(false);
	expect(isDay(null)).toBe(false);
});

test('every side has causes of its own', () => {
	for (const side of SIDES) expect(CAUSES[side].length).toBeGreaterThan(1);
});
