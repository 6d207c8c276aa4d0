import type { OrganisationMatchesQuery } from '#lib/gql';

export type DeskMatch = OrganisationMatchesQuery['organisationMatches']['edges'][number]['node'];

interface Findable {
	pseudonym: string;
	volunteer: { displayName: string };
	facility: { name: string; city: string };
}

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
}

/** Matches in which every word of the search occurs: in the volunteer, the pseudonym or the place. */
export function found<Match extends Findable>(matches: readonly Match[], wanted: string): Match[] {
	const words = plain(wanted).split(/\s+/).filter(Boolean);
	return matches.filter(({ pseudonym, volunteer, facility }) => {
		const text = plain([pseudonym, volunteer.displayName, facility.name, facility.city].join(' '));
		return words.every((word) => text.includes(word));
	});
}
