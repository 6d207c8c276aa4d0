import { expect, test } from 'vitest';
import { dayKey, noon } from './index';
import { isDay, later } from './days';

test('noon of a day is that day in Amsterdam, in winter and in summer', () => {
	for (const day of ['2026-11-24', '2026-07-01', '2026-10-25', '2027-03-28']) expect(dayKey(noon(day))).toBe(day);
});

test('only a real day is a day', () => {
	expect(isDay('2026-11-24')).toBe(true);
	expect(isDay('2026-13-24')).toBe(false);
	expect(isDay('morgen')).toBe(false);
	expect(isDay(null)).toBe(false);
});

test('a day later is a day later, and earlier a day earlier, also where the clock changes', () => {
	expect(later('2026-10-24', 1)).toBe('2026-10-25');
	expect(later('2026-10-25', 1)).toBe('2026-10-26');
	expect(later('2027-03-27', 2)).toBe('2027-03-29');
	expect(later('2026-12-31', 1)).toBe('2027-01-01');
	expect(later('2026-01-01', -1)).toBe('2025-12-31');
});
