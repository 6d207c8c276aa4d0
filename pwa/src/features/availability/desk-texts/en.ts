import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: (count: number) => (count === 1 ? '1 match whose volunteer takes a break' : `${count} matches whose volunteer takes a break`),
	hint: 'No visits are added now, or fewer. See whether somebody can stand in.',
	until: (day: string) => `a break up to and including ${day}`,
	open: 'a break, no last day yet',
	visits: (pseudonym: string, place: string) => `visits ${pseudonym} in ${place}`,
	short: (day: string) => `Break up to ${day}`,
	shortOpen: 'Break'
};
