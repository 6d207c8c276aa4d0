import type { MatchEndReason, OrganisationMatchesQuery } from '#lib/gql';

export type DeskMatch = OrganisationMatchesQuery['organisationMatches']['edges'][number]['node'];

/** What one ends, from whichever list; why, when that is known already. */
export type Ending = Pick<DeskMatch, 'id' | 'pseudonym' | 'volunteer' | 'wishAfterEnd'> & { because?: MatchEndReason };
