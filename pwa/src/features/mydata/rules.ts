import type { CorrectionItem, WhatRunsQuery } from '#lib/gql';

type Match = WhatRunsQuery['myMatches'][number];
type Visit = WhatRunsQuery['myVisits'][number];

/** What a correction is about, and what it should be. */
export interface Wanted {
	item: CorrectionItem;
	wanted: string;
}

const PLANNED: readonly Visit['state'][] = ['PROPOSED', 'CONFIRMED'];

/** What a volunteer would leave by stopping: the people they visit and the visits that are planned, soonest first. */
export function leftBehind({ myMatches, myVisits }: WhatRunsQuery): { matches: Match[]; visits: Visit[] } {
	return {
		matches: myMatches.filter(({ state }) => state !== 'ENDED'),
		visits: myVisits.filter(({ state }) => PLANNED.includes(state)).sort((one, other) => one.startsAt.localeCompare(other.startsAt))
	};
}
