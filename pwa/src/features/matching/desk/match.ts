import type { OrganisationMatchesQuery } from '#lib/gql';

export type DeskMatch = OrganisationMatchesQuery['organisationMatches']['edges'][number]['node'];
