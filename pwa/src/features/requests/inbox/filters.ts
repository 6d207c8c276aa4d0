export interface Filterable {
	facility: { id: string; name: string };
	languages: string[];
}

/** '' means all of them. */
export interface Filters {
	facility: string;
	language: string;
}

export const ALL: Filters = { facility: '', language: '' };

export interface Option {
	value: string;
	label: string;
}

export function narrowed<Request extends Filterable>(requests: readonly Request[], filters: Filters): Request[] {
	return requests.filter(
		(request) =>
			(filters.facility === '' || request.facility.id === filters.facility) &&
			(filters.language === '' || request.languages.includes(filters.language))
	);
}

/** The facilities that have a request, by their name on screen. */
export function facilityOptions(requests: readonly Filterable[], nameOf: (name: string) => string = (name) => name): Option[] {
	const found = new Map(requests.map(({ facility }) => [facility.id, nameOf(facility.name)]));
	return sorted([...found].map(([value, label]) => ({ value, label })));
}

/** The languages asked for, by their name on screen. */
export function languageOptions(requests: readonly Filterable[], nameOf: (code: string) => string): Option[] {
	const found = new Set(requests.flatMap((request) => request.languages));
	return sorted([...found].map((value) => ({ value, label: nameOf(value) })));
}

function sorted(options: Option[]): Option[] {
	return options.sort((one, other) => one.label.localeCompare(other.label, 'nl'));
}
