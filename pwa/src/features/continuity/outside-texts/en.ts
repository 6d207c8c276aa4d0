import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Meet outside',
	other: 'Choose another time',
	with: (name: string) => `With ${name}, somewhere you both like`,
	alone: 'You choose, nobody has to confirm. No prison sees it, and where you meet we do not ask.',
	day: 'Which day?',
	until: (day: string) => `Up to and including ${day}, half a year after the release.`,
	time: 'What time?',
	duration: 'About how long?',
	minutes: 'min',
	step: 'a quarter of an hour',
	plan: 'Put it in your calendar',
	move: 'Move the appointment',
	missing: 'First choose a day and a time.',
	planned: 'Your appointment stands',
	plannedHint: (when: string) => `${when}. Afterwards we only ask whether it took place.`,
	toVisits: 'To visits'
};
