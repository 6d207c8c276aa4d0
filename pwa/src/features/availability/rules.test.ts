import { describe, expect, it } from 'vitest';
import { ALWAYS, byVolunteer, calledOff, daysOf, EMPTY, isAlways, partsIn, roomFor, toggled } from './rules';

describe('a week', () => {
	it('takes a part in and out again, in the order of the week', () => {
		const week = toggled(toggled(EMPTY, 'evenings', 5), 'evenings', 2);
		expect(week).toEqual({ mornings: [], afternoons: [], evenings: [2, 5] });
		expect(toggled(week, 'evenings', 5).evenings).toEqual([2]);
		expect(EMPTY.evenings).toEqual([]);
	});

	it('knows its days and whether that is always', () => {
		expect(daysOf({ mornings: [3], afternoons: [1, 3], evenings: [] })).toEqual([1, 3]);
		expect(isAlways(ALWAYS)).toBe(true);
		expect(isAlways(toggled(ALWAYS, 'mornings', 7))).toBe(false);
		expect(partsIn(EMPTY)).toBe(0);
	});
});

describe('visits while somebody is away', () => {
	const visits = [{ id: 'a' }, { id: 'b' }];

	it('nothing is called off that was not chosen', () => {
		expect(calledOff(visits, null, [])).toBeNull();
		expect(calledOff(visits, 'keep', ['a'])).toEqual([]);
		expect(calledOff([], null, [])).toEqual([]);
	});

	it('all of them, or those that were ticked and still are there', () => {
		expect(calledOff(visits, 'off', [])).toEqual(['a', 'b']);
		expect(calledOff(visits, 'choose', ['b', 'gone'])).toEqual(['b']);
	});
});

it('there is room up to the maximum, and none below what somebody does', () => {
	expect([roomFor(1, 3), roomFor(2, 2), roomFor(3, 1), roomFor(0, 0)]).toEqual([2, 0, 0, 0]);
});

it('the matches of one volunteer stand together', () => {
	const [a, b, c] = ['els', 'bas', 'els'].map((id, number) => ({ number, volunteer: { id } })) as [never, never, never];
	expect(byVolunteer([a, b, c])).toEqual([[a, c], [b]]);
});
