import { expect, test } from 'vitest';
import type { VisitsToAskAboutQuery, WhatRunsQuery } from '#lib/gql';
import { askable, leftBehind } from './rules';

const FACILITY = { id: 'f', name: 'PI Zwolle' };
type Match = WhatRunsQuery['myMatches'][number];
type Visit = WhatRunsQuery['myVisits'][number];

function aMatch(id: string, state: Match['state']): Match {
	return { id, state, pseudonym: 'Duin 1', facility: FACILITY, outsideUntil: null, detainee: null };
}

function aVisit(id: string, state: Visit['state'], startsAt: string): Visit {
	return { id, state, startsAt, facility: FACILITY, outside: false };
}

test('what is left behind is what goes on: no match that has ended, no visit that is over or off, and the soonest first', () => {
	const { matches, visits } = leftBehind({
		myMatches: [aMatch('runs', 'ACTIVE'), aMatch('over', 'ENDED'), aMatch('looked-at', 'REVIEW')],
		myVisits: [
			aVisit('last', 'CONFIRMED', '2026-12-08T13:00:00Z'),
			aVisit('off', 'CANCELLED', '2026-11-30T13:00:00Z'),
			aVisit('been', 'LOGGED', '2026-11-29T13:00:00Z'),
			aVisit('first', 'PROPOSED', '2026-12-01T13:00:00Z')
		]
	});
	expect(matches.map(({ id }) => id)).toEqual(['runs', 'looked-at']);
	expect(visits.map(({ id }) => id)).toEqual(['first', 'last']);
});

test('a correction can be about what was logged or was off and is over, the newest first', () => {
	const now = new Date('2026-11-26T12:00:00Z');
	type Asked = VisitsToAskAboutQuery['myVisits'][number];
	const visit = (id: string, state: Asked['state'], endsAt: string): Asked => ({
		...aVisit(id, state, endsAt), endsAt, cancelSide: null, cancelCause: null, log: null
	});
	const found = askable(
		[
			visit('off-to-come', 'CANCELLED', '2026-11-27T13:00:00Z'),
			visit('logged', 'LOGGED', '2026-11-20T13:00:00Z'),
			visit('off', 'CANCELLED', '2026-11-24T13:00:00Z'),
			visit('to-log', 'CONFIRMED', '2026-11-25T13:00:00Z')
		],
		now
	);
	expect(found.map(({ id }) => id)).toEqual(['off', 'logged']);
});
