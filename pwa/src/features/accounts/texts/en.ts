import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	signIn: 'Sign in',
	welcome: 'Welcome to Vrijplaats',
	chooseWho: 'Choose who you are. Everyone here is made up.',
	groups: {
		VOLUNTEER: 'Volunteers',
		COORDINATOR: 'Coordinators',
		STAFF: 'Prison staff',
		FUNDER: 'Funders',
		OPERATOR: 'Operations'
	},
	moreVolunteers: (count) => `${count} more volunteers`,
	letters: 'Read the letters of this example',
	signInFailed: 'Signing in did not work. Try once more.',
	withLine: 'Your details are here again as soon as there is a connection.',
	unsentTitle: (count) => (count === 1 ? '1 answer still waits for a connection' : `${count} answers still wait for a connection`),
	unsentHint: (count) => (count === 1 ? 'If you sign out now, it is not sent and it is gone.' : 'If you sign out now, they are not sent and they are gone.'),
	unsentStay: 'Stay signed in',
	unsentLeave: 'Sign out anyway',
	signOutFailed: 'You are not signed out yet. Try again in a moment.',
	over: {
		IDLE: 'You did nothing for a while, so you were signed out. Sign in again to go on where you were.',
		TIME_UP: 'You were signed in for a long time, so that is over now. Sign in again to go on where you were.',
		ENDED: 'You were signed out here. Sign in again to go on where you were.'
	},
	sessions: 'Where you are signed in',
	here: 'This device',
	lastSeen: (day, time) => `Last seen: ${day}, ${time}`,
	endSession: 'Sign out there',
	endOthers: 'Sign out everywhere else',
	endTitle: (device) => `Sign out: ${device}`,
	endHint: 'You will have to sign in again on that device.',
	endOthersTitle: 'Sign out everywhere else',
	endOthersHint: 'You will have to sign in again on all other devices. Here you stay signed in.',
	keep: 'Leave it',
	endedThere: 'You are signed out there.',
	memberships: 'Go on as',
	me: 'Me',
	when: 'When I can',
	whenHint: 'Your week, days away, break, and how many people.',
	papers: 'My papers',
	papersHint: 'What is valid, and whether you may enter today.',
	data: 'My data',
	dataHint: 'See it, take it along, have it corrected, or leave.',
	language: 'Language',
	dutch: 'Nederlands',
	english: 'English',
	theme: 'Light or dark',
	themes: { system: 'Automatic', light: 'Light', dark: 'Dark' },
	signOut: 'Sign out'
};
