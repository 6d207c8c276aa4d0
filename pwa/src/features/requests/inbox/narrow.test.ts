import { describe, expect, test } from 'vitest';
import { addressOf, daysOf, filterOf, isNothing, isSame, narrowOf, narrowOfView, NOTHING, type Narrow } from './narrow';

const all: Narrow = { facility: 'veenhuizen-esserheem', language: 'pap', kind: 'ONE_TO_ONE', whose: 'MINE', standing: 'NOBODY_COULD', days: '14' };

function read(address: string): Narrow {
	return narrowOf(new URL(address, 'http://localhost').searchParams);
}

describe('what the inbox is narrowed by', () => {
	test('stands in the address in words, and comes back from it', () => {
		expect(addressOf(all)).toBe('/verzoeken?inrichting=veenhuizen-esserheem&taal=pap&soort=one-to-one&van=mij&staat=niemand-kon&wacht=14');
		expect(read(addressOf(all, 'r1'))).toEqual(all);
	});
	test('nothing is the bare address', () => {
		expect(addressOf(NOTHING)).toBe('/verzoeken');
		expect(addressOf(NOTHING, 'r1')).toBe('/verzoeken?verzoek=r1');
		expect(isNothing(read('/verzoeken?verzoek=r1'))).toBe(true);
	});
	test('what an address cannot mean narrows nothing', () => {
		for (const wrong of ['van=ik', 'staat=weg', 'wacht=-1', 'wacht=1.5', 'wacht=9999', 'wacht=veel', 'wacht=30-15', 'wacht=1-14', 'wacht=15-400', 'wacht=-14', 'soort=%3Cscript%3E'])
			expect(isNothing(read(`/verzoeken?${wrong}`))).toBe(true);
	});
	test('days between two stand in the address as one reads them', () => {
		for (const [days, longer, most] of [['0-14', null, 14], ['15-30', 14, 30], ['30', 30, null]] as const) {
			expect(read(addressOf({ ...NOTHING, days })).days).toBe(days);
			expect(filterOf({ ...NOTHING, days })).toMatchObject({ waitingDays: longer, waitingAtMost: most });
			expect(daysOf(longer, most)).toBe(days);
		}
	});
	test('what is typed never stands in the address', () => {
		expect(filterOf(all, ' Duin ').search).toBe('Duin');
		expect(addressOf(all)).not.toContain('Duin');
	});
	test('the server gets codes, and null for what narrows nothing', () => {
		expect(filterOf(all)).toEqual({ search: null, facility: 'veenhuizen-esserheem', language: 'pap', activityKind: 'ONE_TO_ONE', whose: 'MINE', standing: 'NOBODY_COULD', waitingDays: 14, waitingAtMost: null });
		expect(Object.values(filterOf(NOTHING)).every((value) => value === null)).toBe(true);
	});
	test('a view is the same filters', () => {
		const view = { id: 'v', name: 'Lang', facility: null, language: 'pap', activityKind: null, whose: null, standing: null, waitingDays: 14, waitingAtMost: null, opensFirst: false };
		expect(isSame(narrowOfView(view), { ...NOTHING, language: 'pap', days: '14' })).toBe(true);
		expect(isSame(narrowOfView(view), all)).toBe(false);
	});
});
