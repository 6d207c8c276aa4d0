import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: (count: number) => (count === 1 ? '1 match whose volunteer is on a break' : `${count} matches whose volunteer is on a break`),
	hint: 'They get fewer visits now, or none. See whether somebody else can go.',
	until: (day: string) => `Break up to and including ${day}`,
	open: 'Break, no last day yet',
	visits: (people: string) => `visits ${people}`,
	who: (pseudonym: string, place: string) => `${pseudonym} in ${place}`,
	short: (day: string) => `Break up to ${day}`,
	shortOpen: 'Break'
};
