import { describe, expect, it, test } from 'vitest';
import { byDay, draftOf, isAway, near, noneBecause } from './moments';

test('moments stand under their day in Amsterdam, soonest first, without what is full', () => {
	const days = byDay([
		{ startsAt: '2026-11-26T13:00:00Z', endsAt: '2026-11-26T14:00:00Z', placesLeft: 1 },
		{ startsAt: '2026-11-24T14:00:00Z', endsAt: '2026-11-24T15:00:00Z', placesLeft: 2 },
		{ startsAt: '2026-11-24T13:00:00Z', endsAt: '2026-11-24T14:00:00Z', placesLeft: 3 },
		{ startsAt: '2026-11-25T13:00:00Z', endsAt: '2026-11-25T14:00:00Z', placesLeft: 0 }
	]);
	expect(days.map(({ key, moments }) => [key, moments.length])).toEqual([
		['2026-11-24', 2],
		['2026-11-26', 1]
	]);
	expect(days[0]?.moments[0]?.startsAt).toBe('2026-11-24T13:00:00Z');
});

describe('a day on which somebody said not to be there', () => {
	const away = [{ first: '2026-12-10', last: '2026-12-12' }];

	it('is one of the days away, the first and the last included', () => {
		const on = (day: string): boolean => isAway(day, { away, pause: null });
		expect(['2026-12-09', '2026-12-10', '2026-12-12', '2026-12-13'].map(on)).toEqual([false, true, true, false]);
	});

	it('is a day of a pause, up to and including its last one', () => {
		expect(isAway('2027-01-03', { away: [], pause: { endsOn: '2027-01-03' } })).toBe(true);
		expect(isAway('2027-01-04', { away: [], pause: { endsOn: '2027-01-03' } })).toBe(false);
		expect(isAway('2027-01-04', { away: [], pause: { endsOn: null } })).toBe(true);
	});
});

test('around a day of a rhythm are the days of a week before and two weeks after; of no rhythm, all of them', () => {
	const days = ['2026-12-08', '2026-12-09', '2026-12-15', '2026-12-28', '2026-12-29'].map((key) => ({ key, moments: [] }));
	expect(near(days, '2026-12-15').map(({ key }) => key)).toEqual(['2026-12-09', '2026-12-15', '2026-12-28']);
	expect(near(days, null)).toEqual(days);
});

test('while it is looked at how a match goes on, that is why there is no moment, and not that all is taken', () => {
	expect(noneBecause({ state: 'REVIEW' })).toBe('changing');
	expect(noneBecause({ state: 'ACTIVE' })).toBe('full');
	expect([noneBecause({ state: 'ENDED' }), noneBecause(null)]).toEqual(['gone', 'gone']);
});

test('a choice half made for one date is not that of another date, of another match or of another visit', () => {
	const all = [draftOf('a', null, null), draftOf('a', 'visit', null), draftOf('a', null, '2026-12-15'), draftOf('a', null, '2026-12-22'), draftOf('b', null, '2026-12-15')];
	expect(new Set(all).size).toBe(all.length);
});
