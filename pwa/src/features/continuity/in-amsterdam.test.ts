import { expect, test } from 'vitest';
import { inAmsterdam, later } from './in-amsterdam';

test('a day and a time are those of the clock in Amsterdam, in winter, in summer and on the day it changes', () => {
	expect(inAmsterdam('2026-12-03', '14:00')).toBe('2026-12-03T13:00:00.000Z');
	expect(inAmsterdam('2027-06-03', '00:30')).toBe('2027-06-02T22:30:00.000Z');
	expect(inAmsterdam('2027-03-28', '01:30')).toBe('2027-03-28T00:30:00.000Z');
	expect(inAmsterdam('2027-03-28', '04:00')).toBe('2027-03-28T02:00:00.000Z');
	expect(later('2027-03-28T00:30:00.000Z', 90)).toBe('2027-03-28T02:00:00.000Z');
});
