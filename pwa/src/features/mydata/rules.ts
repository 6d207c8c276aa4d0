import type { CorrectionItem, VisitsToAskAboutQuery, WhatRunsQuery } from '#lib/gql';

type Match = WhatRunsQuery['myMatches'][number];
type Visit = WhatRunsQuery['myVisits'][number];

/** What a correction is about, and what it should be. */
export interface Wanted {
	item: CorrectionItem;
	wanted: string;
	/** Of a visit, which. */
	visitId?: string;
}

type Asked = VisitsToAskAboutQuery['myVisits'][number];

/** The visits of which something stands that can be wrong, the newest first: logged, or called off and over. */
export function askable(visits: readonly Asked[], now: Date): Asked[] {
	return visits
		.filter(({ state, endsAt }) => state === 'LOGGED' || (state === 'CANCELLED' && Date.parse(endsAt) <= now.getTime()))
		.sort((one, other) => other.startsAt.localeCompare(one.startsAt));
}

const PLANNED: readonly Visit['state'][] = ['PROPOSED', 'CONFIRMED'];

/** What a volunteer would leave by stopping: the people they visit and the visits that are planned, soonest first. */
export function leftBehind({ myMatches, myVisits }: WhatRunsQuery): { matches: Match[]; visits: Visit[] } {
	return {
		matches: myMatches.filter(({ state }) => state !== 'ENDED'),
		visits: myVisits.filter(({ state }) => PLANNED.includes(state)).sort((one, other) => one.startsAt.localeCompare(other.startsAt))
	};
}
