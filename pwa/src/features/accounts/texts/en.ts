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
	signInFailed: 'Signing in did not work. Try once more.',
	signOutFailed: 'You are not signed out yet: there is no connection.',
	lost: 'This page is not here',
	lostHint: 'The address may have changed.',
	broken: 'Something broke on our side',
	brokenHint: 'Nothing is lost. Start again at the first screen.',
	toHome: 'To the start',
	me: 'Me',
	language: 'Language',
	dutch: 'Nederlands',
	english: 'English',
	theme: 'Light or dark',
	themes: { system: 'Automatic', light: 'Light', dark: 'Dark' },
	signOut: 'Sign out'
};
