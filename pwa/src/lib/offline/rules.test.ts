import { expect, test } from 'vitest';
import { isFresh, isOf, isOver, isReplaced, isSame, outOfTime, pause, settled, untilMended, verdictOf, type Item, type NewItem } from './rules';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 12);
const ME = { personId: 'me', membershipId: 'me-volunteer' };
const YES: NewItem = { ...ME, key: 'k1', kind: 'accept', subject: 'o1', documentId: 'd', variables: { input: { offerId: 'o1' } } };

function item(more: Partial<Item> = {}): Item {
	return { ...YES, place: 1, madeAt: NOW, tries: 0, faults: 0, state: 'waiting', ...more };
}

function answer(outcome: object): unknown {
	return { data: { acceptOffer: outcome } };
}

function error(code: string, more: object = {}): unknown {
	return { data: null, errors: [{ message: 'Zo staat het er.', extensions: { code, ...more } }] };
}

test('a success is sent, with the match to go on with', () => {
	const verdict = verdictOf(200, answer({ __typename: 'AcceptOfferSuccess', match: { id: 'm1' } }));
	expect(verdict).toMatchObject({ is: 'sent', matchId: 'm1' });
	expect(settled(item(), verdict, NOW)).toMatchObject({ state: 'sent', settledAt: NOW, matchId: 'm1' });
});

test('a problem is refused with its own words, and what was there already is not a problem', () => {
	const taken = verdictOf(200, answer({ __typename: 'OfferTaken', code: 'OFFER_TAKEN', message: 'Iemand was je net voor.' }));
	expect(settled(item(), taken, NOW)).toMatchObject({ state: 'refused', code: 'OFFER_TAKEN', message: 'Iemand was je net voor.' });
	const there = verdictOf(200, answer({ __typename: 'AlreadyLogged', code: 'ALREADY_LOGGED', message: 'Dit stond er al.' }));
	expect(there).toMatchObject({ is: 'sent', code: 'ALREADY_LOGGED' });
});

test('another log than the one that stands is refused, and stays until it is mended', () => {
	const said = 'Er staat al een verslag: het ging door, 60 minuten, 24 km. Jij had: het ging door, 55 minuten, 31 km.';
	const other = verdictOf(200, answer({ __typename: 'LoggedDifferently', code: 'LOGGED_DIFFERENTLY', message: said }));
	const log = settled(item({ kind: 'log' }), other, NOW);
	expect(log).toMatchObject({ state: 'refused', code: 'LOGGED_DIFFERENTLY', message: said });
	expect(untilMended(log)).toBe(true);
	expect(isReplaced(log, { ...YES, kind: 'log' })).toBe(true);
	expect([item({ kind: 'log' }), item({ kind: 'log', state: 'sent' }), item({ state: 'refused' })].some(untilMended)).toBe(false);
});

test('what is kept of an answer holds no name', () => {
	const won = verdictOf(200, answer({ __typename: 'AcceptOfferSuccess', match: { id: 'm1', detainee: { givenName: 'Marlon' } } }));
	expect(JSON.stringify(settled(item(), won, NOW))).not.toContain('Marlon');
});

test.each([
	['no line', 0, null],
	['a proxy without a server', 502, null],
	['a page of a network that wants to be signed in to', 200, '<html>'],
	['JSON of something else', 200, { ok: true }],
	['an answer without data', 200, { data: null }],
	['the server is starting', 503, error('STARTING')],
	['a server without its database', 503, error('INTERNAL', { correlation: 'VP-7K2M' })],
	['too often', 429, error('TOO_MANY')]
])('%s is not heard: it waits, as it was', (_, status, body) => {
	const verdict = verdictOf(status, body);
	expect(verdict).toEqual({ is: 'unheard' });
	expect(settled(item(), verdict, NOW)).toEqual(item());
});

test('who is signed out or somebody else sends nothing, and it stays', () => {
	expect(verdictOf(401, error('UNAUTHENTICATED'))).toEqual({ is: 'stranger', out: true });
	expect(verdictOf(409, error('FOR_ANOTHER'))).toEqual({ is: 'stranger', out: false });
	expect(settled(item(), { is: 'stranger', out: true }, NOW)).toEqual(item());
});

test('what breaks at the server waits, but not for ever', () => {
	const fault = verdictOf(500, error('INTERNAL', { correlation: 'VP-7K2M' }));
	expect(fault).toEqual({ is: 'fault', code: 'VP-7K2M' });
	let waiting = item();
	for (let round = 1; round < 20; round++) waiting = settled(waiting, fault, NOW + 60_000);
	expect(waiting).toMatchObject({ state: 'waiting', faults: 19 });
	expect(settled(waiting, fault, NOW + DAY)).toMatchObject({ state: 'refused', code: 'VP-7K2M' });
	expect(settled(item(), fault, NOW + DAY)).toMatchObject({ state: 'waiting', faults: 1 });
});

test('a question that the server does not take is refused, not sent for ever', () => {
	expect(verdictOf(400, error('BAD_REQUEST'))).toMatchObject({ is: 'refused', code: 'BAD_REQUEST' });
	expect(verdictOf(200, error('FORBIDDEN'))).toMatchObject({ is: 'refused', code: 'FORBIDDEN' });
	expect(verdictOf(422, error('IDEMPOTENCY_KEY_REUSED'))).toMatchObject({ is: 'refused' });
});

test('a second press is the same answer; another answer is not', () => {
	expect(isSame(item(), { ...YES, key: 'k2' })).toBe(true);
	expect(isSame(item({ state: 'refused' }), YES)).toBe(false);
	expect(isSame(item(), { ...YES, kind: 'decline', variables: { input: { offerId: 'o1', reason: null } } })).toBe(false);
	expect(isSame(item(), { ...YES, membershipId: 'me-elsewhere' })).toBe(false);
});

test('another answer takes the place of one that nobody can have heard, and of what is settled', () => {
	expect(isReplaced(item(), YES)).toBe(true);
	expect(isReplaced(item({ tries: 1 }), YES)).toBe(false);
	expect(isReplaced(item({ tries: 3, state: 'refused' }), YES)).toBe(true);
	expect(isReplaced(item({ subject: 'o2' }), YES)).toBe(false);
	expect(isReplaced(item(), { ...YES, personId: 'you' })).toBe(false);
});

test('it is of a person in one membership', () => {
	expect(isOf(item(), ME)).toBe(true);
	expect(isOf(item(), { ...ME, membershipId: 'me-coordinator' })).toBe(false);
	expect(isOf(item(), { ...ME, personId: 'you' })).toBe(false);
});

test('it is sent within the time that the server knows its key, and not after', () => {
	expect(outOfTime(item(), NOW + 6 * DAY)).toBe(false);
	expect(outOfTime(item(), NOW + 6 * DAY + 1)).toBe(true);
	expect(outOfTime(item({ state: 'sent' }), NOW + 6 * DAY + 1)).toBe(false);
});

test('what arrived is told for a day, what was refused until it is mended, and nothing stays for ever', () => {
	expect(isOver(item({ state: 'sent', settledAt: NOW }), NOW + DAY)).toBe(false);
	expect(isOver(item({ state: 'sent', settledAt: NOW }), NOW + DAY + 1)).toBe(true);
	expect(isOver(item({ state: 'refused', settledAt: NOW }), NOW + 20 * DAY)).toBe(false);
	expect(isOver(item(), NOW + 31 * DAY)).toBe(true);
});

test('lists and half-filled forms are shown for a week', () => {
	expect(isFresh(NOW, NOW + 7 * DAY - 1)).toBe(true);
	expect(isFresh(NOW, NOW + 7 * DAY)).toBe(false);
	// kept while the clock of the phone was a year ahead
	expect(isFresh(NOW + 365 * DAY, NOW)).toBe(false);
	expect(isFresh(NOW + DAY, NOW)).toBe(true);
});

test('attempts come later each time, and at least twice a minute while the app is open', () => {
	expect([0, 1, 2, 3, 4, 9].map(pause)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});
