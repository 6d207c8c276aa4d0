import type { InboxChoicesQuery, InboxStanding, InboxWhose } from '#lib/gql';
import { languageName, shortPlace, words } from '#lib/i18n';
import { betweenOf, type Narrow, type Part } from './narrow';
import { t } from './texts/index.ts';

export type Choices = NonNullable<InboxChoicesQuery['inboxChoices']>;

export interface Option {
	value: string;
	label: string;
}

/** A choice in words. */
export function nameOf(part: Part, value: string, choices: Choices | null): string {
	switch (part) {
		case 'facility': {
			const known = choices?.facilities.find(({ facility }) => facility.code === value);
			return known ? shortPlace(known.facility.name) : value;
		}
		case 'language': return languageName(value);
		case 'kind': return (words().activity as Record<string, string>)[value] ?? value;
		case 'whose': return t().filters.whose[value as InboxWhose];
		case 'standing': return t().filters.standing[value as InboxStanding];
		case 'days': {
			const between = betweenOf(value);
			return between ? t().filters.between(between.from, between.to) : t().filters.days(Number(value));
		}
	}
}

/** The choices of a filter with how many each would leave; what is chosen stays, also when it leaves nobody. */
export function optionsOf(part: Part, narrow: Narrow, choices: Choices | null): Option[] {
	const counts = countsOf(part, choices);
	const chosen = narrow[part];
	// of days between two the server counts no choice: chosen, they leave what is shown
	if (chosen && !counts.some(({ value }) => value === chosen)) counts.push({ value: chosen, count: part === 'days' ? (choices?.shown ?? 0) : 0 });
	const shown = counts.filter(({ value, count }) => count > 0 || value === chosen || part === 'whose' || part === 'standing' || part === 'days');
	const options = shown.map(({ value, count }) => ({ value, label: t().filters.counted(nameOf(part, value, choices), count) }));
	return part === 'facility' || part === 'language' || part === 'kind' ? options.sort((one, other) => one.label.localeCompare(other.label, 'nl')) : options;
}

/** How many there would be without this filter. */
export function without(part: string, choices: Choices | null): number {
	return choices?.without.find(({ value }) => value === part)?.count ?? 0;
}

function countsOf(part: Part, choices: Choices | null): { value: string; count: number }[] {
	if (!choices) return [];
	switch (part) {
		case 'facility': return choices.facilities.map(({ facility, count }) => ({ value: facility.code, count }));
		case 'language': return [...choices.languages];
		case 'kind': return [...choices.kinds];
		case 'whose': return [...choices.whose];
		case 'standing': return [...choices.standings];
		case 'days': return [...choices.waits];
	}
}
