import { expect, test } from 'vitest';
import type { KeptListsQuery } from '#lib/gql';
import { worthKeeping } from './kept';

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
