import { describe, expect, it } from 'vitest';
import { afterThese, askedOf, asKept, byHand, differences, stillLeftOut, stillWaits, toSend, type Pair, type Preview } from './proposal';
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
		expect(nl.nextOnes({ people: 200, requests: 200 }, 34)).toBe('200 mensen gevraagd. Nog 34 kunnen iemand krijgen: hier staan de volgenden.');
		expect(en.nextOnes({ people: 1, requests: 1 }, 1)).toBe('1 person asked. 1 more can get someone: here they are.');
	});

	it('tells the server what was chosen', () => {
		expect(asKept(new Map([['a', '3']]))).toEqual([{ requestId: 'a', volunteerId: '3' }]);
	});

	it('is of people: who is asked for two who wait is one', () => {
		const sent = [{ requestId: 'a', volunteerId: '1' }, { requestId: 'b', volunteerId: '1' }, { requestId: 'c', volunteerId: '2' }];
		expect(askedOf(sent)).toEqual({ people: 2, requests: 3 });
		expect(nl.sent(askedOf(sent))).toBe('Opgeslagen. 2 mensen gevraagd, voor 3 verzoeken.');
		expect(en.sent(askedOf(sent.slice(1)))).toBe('Saved. 2 people asked.');
		expect(nl.nextOnes(askedOf(sent), 1)).toBe('2 mensen gevraagd, voor 3 verzoeken. Nog 1 kan iemand krijgen: die staat hier.');
	});

	it('says before it is sent how many invitations go to how many people', () => {
		expect(nl.send.sure(30)).toBe('30 vrijwilligers uitnodigen?');
		expect(nl.send.how(30, 32)).toContain('Er gaan 32 uitnodigingen weg, voor 32 mensen die wachten.');
		expect(nl.send.how(30, 30)).toContain('iedere vrijwilliger krijgt er één');
		expect(nl.send.how(1, 2)).toContain('alle aan dezelfde vrijwilliger');
		expect(en.send.how(1, 1)).toBe('1 invitation goes out, for 1 person who waits.');
	});

	it('keeps what was done by hand, for who still waits', () => {
		expect(byHand(new Map(), new Set())).toBeNull();
		expect(byHand(new Map([['a', '3']]), new Set(['b']))).toEqual({ kept: [['a', '3']], leftOut: ['b'] });
		const data = { ...now, without: [{ request: { id: 'c' } }] } as unknown as Preview;
		expect(['a', 'c', 'gone'].map((id) => stillWaits(data, id))).toEqual([true, true, false]);
	});

	it('counts for whom it becomes somebody else, somebody or nobody', () => {
		const other = (...pairs: Pair[]) => ({ pairs }) as unknown as Parameters<typeof differences>[1];
		expect(differences(now, other(pair('b', '2'), pair('a', '1')))).toBe(0);
		expect(differences(now, other(pair('a', '2'), pair('b', '2')))).toBe(1);
		expect(differences(now, other(pair('a', '1'), pair('c', '2')))).toBe(2);
	});
});

describe('the sentence on top', () => {
	it('says beside what it is: the list done from the top, which is not number 1 of each', () => {
		expect(nl.compare(6)).toContain('Bij 6 mensen is het iemand anders dan als je de lijst van boven af doet');
		expect(nl.compare(0)).toContain('dan krijgt iedereen dezelfde.');
		expect(JSON.stringify([nl.compare(1), nl.onlyChanged, nl.noneChanged])).not.toContain('eerste suggestie');
	});

	it('says for how many an answer is awaited, of a volunteer or of another organisation', () => {
		expect(nl.invited(11)).toBe('Voor 11 anderen wacht je al op een antwoord.');
		expect(en.invited(1)).toBe('For 1 other you are waiting for an answer already.');
	});

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
