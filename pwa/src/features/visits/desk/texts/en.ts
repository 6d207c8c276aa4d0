import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Agenda',
	summary: (day, count, notYet) => {
		const coming = count === 0 ? 'Nobody comes' : count === 1 ? '1 visit' : `${count} visits`;
		return `${day}. ${coming}${notYet > 0 ? `, ${notYet} may not enter yet` : ''}.`;
	},
	today: 'Today',
	previous: 'Previous day',
	next: 'Next day',
	day: 'Day',
	caption: 'Visits on this day',
	time: 'Time',
	until: (time) => `to ${time}`,
	volunteer: 'Volunteer',
	to: 'Visits',
	where: 'Where and how',
	access: 'Access',
	state: 'How does it stand?',
	do: 'Do',
	mayEnter: 'May enter',
	notYet: 'Not yet',
	notYetWhy: 'The organisation still has to arrange something.',
	noRoom: 'Room follows',
	empty: 'Nobody comes on this day',
	emptyHint: 'Look a day further, or choose a day.',
	nextDay: 'Next day',
	toConfirm: 'Waiting for your answer',
	toConfirmHint: 'Choose how the visit counts and where it is. The volunteer hears at once.',
	nothing: 'All visits are confirmed.',
	showAll: (count) => `Show all ${count}`,
	regime: 'How does it count?',
	setting: 'Where?',
	confirm: 'Confirm',
	confirmed: 'Saved. The volunteer hears now.',
	cancel: 'Call off',
	cancelTitle: 'Call off the visit',
	cancelWho: (name, moment) => `${name}, ${moment}. The volunteer hears at once.`,
	sideShort: 'From which side?',
	cause: 'What is the reason?',
	chooseBoth: 'First choose the side and the reason.',
	keep: 'Let it go ahead',
	cancelled: 'Saved. The visit is off.',
	visit: (name, moment) => `${name}, ${moment}`,
	foot: 'You see who comes and whether they may enter. What is talked about is nowhere.'
};
