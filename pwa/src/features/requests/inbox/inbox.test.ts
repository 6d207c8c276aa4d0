import { describe, expect, test } from 'vitest';
import { answerBefore } from './deadlines';
import { whenGoes } from './rounds';
import { standingOf, tallyOf } from './standing';
import { en } from '../texts/en';
import { nl } from '../texts/nl';
import { firstTicks, sendable, stepFrom, type Tickable } from './ticks';

const ours = { organisation: { id: 'o' }, liveOffers: 0, declinedOffers: 0, silentOffers: 0, claimedByMe: false };

describe('where a request stands', () => {
	test('without an organisation it is for everyone, whatever else is known', () => {
		expect(standingOf({ ...ours, organisation: null, claimedByMe: true })).toBe('forAll');
	});
	test('proposed to another organisation comes before everything', () => {
		expect(standingOf({ ...ours, liveOffers: 2, handOver: { incoming: false } })).toBe('proposed');
	});
	test('people who were asked come before people who could not', () => {
		expect(standingOf({ ...ours, liveOffers: 2, declinedOffers: 1 })).toBe('asked');
	});
	test('nobody could when all who were asked said no or were silent', () => {
		expect(standingOf({ ...ours, declinedOffers: 1 })).toBe('nobodyCould');
		expect(standingOf({ ...ours, silentOffers: 1, claimedByMe: true })).toBe('nobodyCould');
	});
	test('with rounds that go by themselves nobody has to do anything', () => {
		expect(standingOf({ ...ours, declinedOffers: 1, waves: { nextAt: '2026-11-25T07:00:00Z' } })).toBe('goesOn');
		expect(standingOf({ ...ours, declinedOffers: 1, waves: { nextAt: null } })).toBe('nobodyCould');
	});
	test('untouched it is yours when you took it, else of your organisation', () => {
		expect(standingOf({ ...ours, claimedByMe: true })).toBe('yours');
		expect(standingOf(ours)).toBe('ours');
	});
});

describe('who cannot and who is silent', () => {
	test('silent is who has not answered, whether or not they still may', () => {
		expect(tallyOf({ ...ours, liveOffers: 4, declinedOffers: 9, silentOffers: 11 })).toEqual({ cannot: 9, silent: 15 });
	});
	test('nobody asked is no tally', () => expect(tallyOf(ours)).toBeNull());
	test('is said in words', () => {
		expect(nl.inbox.tally(9, 15)).toBe('9 kunnen niet, 15 stil');
		expect(nl.inbox.tally(1, 0)).toBe('1 kan niet');
		expect(nl.inbox.tally(0, 3)).toBe('3 stil');
		expect(en.inbox.tally(9, 15)).toBe('9 cannot, 15 silent');
	});
});

describe('when a round goes', () => {
	const now = new Date('2026-11-24T15:00:00Z');
	test('in words, in Amsterdam', () => {
		expect(whenGoes('2026-11-25T07:00:00Z', now)).toEqual({ day: 'morgen', time: '08.00\u00a0uur' });
		expect(nl.rounds.next(2, 3, whenGoes('2026-11-24T20:00:00Z', now))).toContain('vandaag om 21.00');
	});
	test('any moment now, or a little ago, is no hour', () => {
		expect(whenGoes('2026-11-24T15:00:30Z', now)).toBeNull();
		expect(nl.rounds.next(2, 1, null)).toBe('Ronde 2 gaat zo weg, naar wie dan het best past.');
	});
});

describe('when an answer is asked for', () => {
	test('is 18.00 in Amsterdam in winter', () => {
		expect(answerBefore(1, new Date('2026-11-24T10:00:00Z')).toISOString()).toBe('2026-11-25T17:00:00.000Z');
	});
	test('and in summer', () => {
		expect(answerBefore(1, new Date('2026-07-01T10:00:00Z')).toISOString()).toBe('2026-07-02T16:00:00.000Z');
	});
	test('counts days by the calendar across the clock change', () => {
		expect(answerBefore(2, new Date('2026-10-24T21:30:00Z')).toISOString()).toBe('2026-10-26T17:00:00.000Z');
	});
	test('just after midnight in Amsterdam tomorrow is the day after', () => {
		expect(answerBefore(1, new Date('2026-11-24T23:30:00Z')).toISOString()).toBe('2026-11-26T17:00:00.000Z');
	});
});

function someone(id: string, fit: Tickable['fit'] = 'GOOD', alreadyOffered = false): Tickable {
	return { volunteer: { id }, fit, alreadyOffered };
}

describe('ticks', () => {
	test('the best three are ticked, never those who only just fit or were asked', () => {
		const list = [someone('a', 'VERY_GOOD', true), someone('b'), someone('c', 'FAIR'), someone('d'), someone('e'), someone('f')];
		expect(firstTicks(list)).toEqual(['b', 'd', 'e']);
	});
	test('who disappeared or was asked meanwhile is not sent', () => {
		expect(sendable(new Set(['a', 'b', 'gone']), [someone('a'), someone('b', 'GOOD', true)])).toEqual(['a']);
	});
});

test('arrows walk the list and stop at its ends', () => {
	expect(stepFrom(['a', 'b'], null, 1)).toBe('a');
	expect(stepFrom(['a', 'b'], 'a', 1)).toBe('b');
	expect(stepFrom(['a', 'b'], 'b', 1)).toBe('b');
	expect(stepFrom(['a', 'b'], 'a', -1)).toBe('a');
	expect(stepFrom([], null, 1)).toBeNull();
});
