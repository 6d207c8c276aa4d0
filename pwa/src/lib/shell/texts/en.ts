import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	places: {
		offers: 'Invitations',
		visits: 'Visits',
		matches: 'Matches',
		me: 'Me',
		inbox: 'Requests',
		assignment: 'Assign',
		newRequest: 'New request',
		facilityRequests: 'Requests',
		people: 'People',
		volunteers: 'Volunteers',
		agenda: 'Agenda',
		publications: 'Publications',
		readings: 'Who read names',
		ssoProviders: 'Sign-in through',
		tenants: 'Manage',
	overview: 'Overview',
	settings: 'Settings'
	},
	menu: 'Main menu',
	demo: 'Example: everyone here is made up',
	demoLabel: 'Please note',
	openCount: (count) => `, ${count} open`,
	signOut: 'Sign out',
	otherLanguage: 'Nederlands',
	newVersion: 'There is a new version.',
	useNewVersion: 'Use it now',
	lost: 'This page is not here',
	lostHint: 'The address may have changed.',
	broken: 'Something broke on our side',
	brokenHint: 'Nothing is lost. Start again at the first screen.',
	toHome: 'To the start'
};
