import { describe, expect, it } from 'vitest';
import { afterThese, asKept, differences, stillLeftOut, toSend, type Pair, type Preview } from './proposal';
import { en } from './texts/en';
import { nl } from './texts/nl';

function pair(requestId: string, volunteerId: string): Pair {
	return { request: { id: requestId }, suggestion: { volunteer: { id: volunteerId } } } as Pair;
}

const now = { pairs: [pair('a', '1'), pair('b', '2')] } as Preview;

describe('a proposal', () => {
	it('is sent without those who are left out', () => {
		expect(toSend(now.pairs, new Set(['a']))).toEqual([{ requestId: 'b', volunteerId: '2' }]);
		expect(toSend(now.pairs, new Set(['a', 'b', 'gone']))).toEqual([]);
	});

	it('says how many come after those in the list, and asks nobody who was left out', () => {
		expect(afterThese({ ...now, proposed: { people: 5 } } as Preview)).toBe(3);
		expect(afterThese({ ...now, proposed: { people: 2 } } as Preview)).toBe(0);
		expect(stillLeftOut(new Set(['gone', 'b']), now.pairs)).toEqual(['b']);
		expect(nl.thenRest(1234)).toBe('Daarna komen er nog 1.234.');
		expect(en.thenRest(1)).toBe('After that 1 more comes.');
		expect(nl.nextOnes(200, 34)).toBe('200 mensen gevraagd. Nog 34 kunnen iemand krijgen: hier staan de volgenden.');
		expect(en.nextOnes(1, 1)).toBe('1 person asked. 1 more can get someone: here they are.');
	});

	it('tells the server what was chosen', () => {
		expect(asKept(new Map([['a', '3']]))).toEqual([{ requestId: 'a', volunteerId: '3' }]);
	});

	it('counts for whom it becomes somebody else, somebody or nobody', () => {
		const other = (...pairs: Pair[]) => ({ pairs }) as unknown as Parameters<typeof differences>[1];
		expect(differences(now, other(pair('b', '2'), pair('a', '1')))).toBe(0);
		expect(differences(now, other(pair('a', '2'), pair('b', '2')))).toBe(1);
		expect(differences(now, other(pair('a', '1'), pair('c', '2')))).toBe(2);
	});
});

describe('the sentence on top', () => {
	it('counts people, one or many, in both languages', () => {
		expect(nl.sentence(7, 9)).toBe('7 van de 9 mensen kunnen iemand krijgen');
		expect(nl.sentence(1, 9)).toBe('1 van de 9 mensen kan iemand krijgen');
		expect(nl.sentence(9, 9)).toBe('Alle 9 mensen kunnen iemand krijgen');
		expect(nl.sentence(1, 1)).toBe('1 mens kan iemand krijgen');
		expect(nl.sentence(0, 1)).toBe('Voor 1 mens is er nu nog niemand');
		expect(en.sentence(7, 9)).toBe('7 of 9 people can get someone');
		expect(en.sentence(0, 4)).toBe('There is no one yet for 4 people');
	});
});
