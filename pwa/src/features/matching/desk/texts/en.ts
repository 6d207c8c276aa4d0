import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Matches',
	intro: (count) => (count === 0 ? 'No match is running now.' : count === 1 ? '1 match is running.' : `${number(count)} matches are running.`),
	caption: 'Matches',
	volunteer: 'Volunteer',
	visits: 'Visits',
	where: 'Prison',
	formerly: (pseudonym) => `before: ${pseudonym}`,
	held: 'Visits held',
	since: (date) => `since ${date}`,
	last: 'Last visit',
	next: 'Next visit',
	noneYet: 'None yet',
	notPlanned: 'Not arranged yet',
	state: 'How does it stand?',
	do: 'Do',
	find: 'Find a volunteer or a prison',
	findNone: 'Nobody found. Clear the search, or try another word.',
	foundSo: (count) => (count === 1 ? '1 match found.' : `${number(count)} matches found.`),
	empty: 'There are no matches yet',
	emptyHint: 'As soon as a volunteer says yes, it shows here.',
	toRequests: 'See requests',
	outside: (day: string) => `Outside, until ${day}`,
	end: 'End',
	endTitle: 'End the match',
	endHint: (volunteer, pseudonym) =>
		`${volunteer} visits ${pseudonym}. After this the volunteer no longer sees the name, and planned visits are off.`,
	why: 'Why?',
	reasons: {
		DETAINEE_WISH: 'At the wish of the person visited',
		VOLUNTEER_WISH: 'The volunteer wants to stop',
		RELEASED: 'Released',
		TRANSFERRED: 'Moved to another prison',
		NO_CLICK: 'It did not click',
		OTHER: 'Something else'
	},
	chooseReason: 'First choose why.',
	keep: 'Let it go on',
	wish: {
		lookFor: 'Look for somebody else',
		opens: 'The request is with Requests again, with the days it had waited.',
		shuts: 'The request closes. Whoever wants visits again later, starts waiting anew.',
		waits: 'The request is open already. It stays so.',
		closes: 'The request closes too.'
	},
	ended: 'Saved. The match has ended.',
	endedWaits: 'Saved. The match has ended and the request is open under Requests.'
};
