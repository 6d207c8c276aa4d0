import type { MyMatchesQuery, MyMatchQuery } from '#lib/gql';

/** One match as the list knows it, for a screen without a line: what only the server knows is not said. */
export function fromList(matches: MyMatchesQuery['myMatches'], id: string): MyMatchQuery | null {
	const match = matches.find((each) => each.id === id);
	if (!match) return null;
	const unsaid = { wishAfterEnd: 'CLOSES' as const, startedOn: '', endReason: null, coordinatorName: null, organisation: { id: '', name: '' }, lastVisit: null, series: null, previous: null };
	const nextVisit = match.nextVisit ? { ...match.nextVisit, endsAt: match.nextVisit.startsAt } : null;
	return { match: { ...match, ...unsaid, nextVisit } };
}
