import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptListsQuery, ViewerQuery } from '#lib/gql';
import { inMemory } from '../../../vite/in-memory-database.ts';
import { keepLists, keepViewer, keptLists, keptViewer, keptWho, worthKeeping } from './kept';

const DAY = 24 * 3_600_000;
const ELS = { personId: 'els', membershipId: 'volunteer' };
const VIEWER = { id: ELS.personId, current: { id: ELS.membershipId }, memberships: [] } as unknown as NonNullable<ViewerQuery['viewer']>;
const NOTHING = { myOffers: [], myMatches: [], myVisits: [] };

beforeEach(() => {
	vi.stubGlobal('indexedDB', inMemory());
	vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const FACILITY = { id: 'f', name: 'PI Veenhuizen', city: 'Veenhuizen' };
type Lists = KeptListsQuery;

function match(id: string, state: Lists['myMatches'][number]['state']): Lists['myMatches'][number] {
	return { id, state, facility: FACILITY, activityKind: 'ONE_TO_ONE', detainee: { givenName: id }, pseudonym: 'Duin 1', endedOn: null, outsideUntil: null, visitsHeld: 1, nextVisit: null };
}

function visit(id: string, state: Lists['myVisits'][number]['state']): Lists['myVisits'][number] {
	return {
		id, state, startsAt: '2026-11-24T13:00:00Z', endsAt: '2026-11-24T14:00:00Z', facility: FACILITY, organisation: { id: 'g', name: 'G' },
		pseudonym: 'Duin 1', givenName: id, outside: false, matchId: 'm', plannedSetting: 'UNKNOWN', suggestedKilometres: null, kilometreRateCents: null, log: null
	};
}

test('of a match that has ended and a visit that is over nothing is kept, and no name', () => {
	const kept = worthKeeping({
		myOffers: [],
		myMatches: [match('Marlon', 'ACTIVE'), match('Gone', 'ENDED'), match('Looked-at', 'REVIEW')],
		myVisits: [visit('Soon', 'CONFIRMED'), visit('Asked', 'PROPOSED'), visit('Told', 'LOGGED'), visit('Nobody', 'CANCELLED')]
	});
	expect(kept.myMatches.map(({ id }) => id)).toEqual(['Marlon', 'Looked-at']);
	expect(kept.myVisits.map(({ id }) => id)).toEqual(['Soon', 'Asked']);
	expect(JSON.stringify(kept)).not.toMatch(/Gone|Told|Nobody/);
});

test('after eight days an answer from the lock screen is still kept for who was here; what they read is not shown', async () => {
	await keepViewer(VIEWER);
	await keepLists(ELS, NOTHING);
	vi.setSystemTime(8 * DAY);
	expect(await keptWho()).toEqual(ELS);
	expect([await keptViewer(), await keptLists()]).toEqual([null, null]);
});

test('with the lists it is kept that who is here, is so still', async () => {
	await keepViewer(VIEWER);
	vi.setSystemTime(6 * DAY);
	await keepLists(ELS, NOTHING);
	vi.setSystemTime(8 * DAY);
	expect(await keptViewer()).toEqual(VIEWER);
	expect((await keptLists())?.data).toEqual(NOTHING);
});

test('lists of somebody else change nothing of who is here', async () => {
	await keepViewer(VIEWER);
	vi.setSystemTime(6 * DAY);
	await keepLists({ personId: 'jan', membershipId: 'volunteer' }, NOTHING);
	vi.setSystemTime(8 * DAY);
	expect([await keptViewer(), await keptLists()]).toEqual([null, null]);
});

test('on a phone on which nobody was, nobody is known', async () => {
	expect(await keptWho()).toBeNull();
});
