import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Who read names',
	intro: {
		STAFF: (here: string) => `Who read the name of somebody in ${here}, from whichever organisation.`,
		COORDINATOR: (here: string) => `Which names people of ${here} read.`,
		OPERATOR: () => 'Which names were read, by whomever.'
	},
	kept: 'Each time somebody opens a name, a line is added. Nobody can change it or take it away here; if that happens after all, it is found. The name itself is not here.',
	what: 'What do you want to see?',
	views: { read: 'Read', files: 'Emergency and pass', refused: 'Refused' },
	period: 'Which days',
	periods: { day: 'Today', week: 'Last 7 days', month: 'Last 30 days', year: 'Last year' },
	find: 'Find a reader or a made-up name',
	count: (count: number) => (count === 1 ? 'Read once.' : `Read ${count} times.`),
	unknownPerson: 'Somebody',
	readers: (role: string, of: string | null) => (of ? `${role}, ${of}` : role),
	read: 'read the name of',
	reasons: { REQUEST: 'for a request', MATCH: 'for a match', VISIT: 'for a visit' },
	times: (count: number, since: string) => `${count} times since ${since}`,
	see: 'See the request',
	empty: 'Nobody read a name',
	emptyHint: 'Choose other days, or look again later.',
	emptyFound: 'Nothing found. Clear the search, or choose other days.',
	filesIntro: 'Who opened whom to call in an emergency of a volunteer, or a pass number. The volunteer sees this too.',
	countFiles: (count: number) => (count === 1 ? 'Opened once.' : `Opened ${count} times.`),
	opened: {
		EMERGENCY_CONTACT: () => 'opened whom to call in an emergency for',
		ADMISSION_CARD: (place: string) => `opened the pass number for ${place} of`
	},
	unknownVolunteer: 'a former volunteer',
	emptyFiles: 'Nobody opened anything',
	refusedIntro: 'Somebody asked for something of another organisation or prison, and got to see nothing. Often that is an old link. Does it happen again? Ask them.',
	asked: (what: string) => `asked for ${what} of another organisation or prison`,
	things: { request: 'a request', offer: 'an invitation', match: 'a match', visit: 'a visit', other: 'something' },
	emptyRefused: 'Nothing was refused',
	download: 'Save as a file',
	fileName: 'who-read-names',
	downloadHint: 'With your passkey. That you saved this is in the history too.',
	downloaded: 'Saved on this device'
};
