import type { PlaceName } from '#lib/session';

const places: Record<PlaceName, string> = {
	offers: 'Uitnodigingen',
	visits: 'Bezoeken',
	matches: 'Koppelingen',
	me: 'Ik',
	inbox: 'Verzoeken',
	assignment: 'Verdeel',
	newRequest: 'Nieuw verzoek',
	facilityRequests: 'Verzoeken',
	people: 'Mensen',
	volunteers: 'Vrijwilligers',
	agenda: 'Agenda',
	publications: 'Publicaties',
	readings: 'Wie las namen',
	ssoProviders: 'Inloggen via',
	tenants: 'Beheer',
	overview: 'Overzicht',
	settings: 'Instellingen'
};

export const nl = {
	places,
	menu: 'Hoofdmenu',
	demo: 'Voorbeeld: iedereen hier is verzonnen',
	demoLabel: 'Let op',
	openCount: (count: number) => `, ${count} open`,
	signOut: 'Log uit',
	otherLanguage: 'English',
	newVersion: 'Er is een nieuwe versie.',
	useNewVersion: 'Gebruik die nu',
	lost: 'Deze bladzijde is er niet',
	lostHint: 'Misschien is het adres veranderd.',
	broken: 'Er ging iets mis bij ons',
	brokenHint: 'Er is niets kwijt. Begin opnieuw bij het eerste scherm.',
	toHome: 'Naar het begin'
};
