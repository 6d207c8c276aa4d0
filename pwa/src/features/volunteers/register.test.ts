import { describe, expect, it } from 'vitest';
import { shortDay } from './days';
import { isOver, STATUSES, statusesOf, TAKING_PART } from './statuses';

describe('who is asked for', () => {
	it('is everybody who takes part, unless one status is chosen', () => {
		expect(statusesOf('')).toEqual(TAKING_PART);
		expect(TAKING_PART).not.toContain('LEFT');
		for (const status of STATUSES) expect(statusesOf(status)).toEqual([status]);
	});
});

describe('the day on which a paper ends', () => {
	it('is the last on which it is good', () => {
		expect([isOver('2026-11-23', '2026-11-24'), isOver('2026-11-24', '2026-11-24'), isOver('2026-12-01', '2026-11-24')]).toEqual([true, false, false]);
	});
	it('has its year when that is another one', () => {
		const now = new Date('2026-11-24T10:00:00Z');
		expect([shortDay('2026-12-03', now), shortDay('2027-02-08', now)]).toEqual(['3 dec', '8 feb 2027']);
	});
});
