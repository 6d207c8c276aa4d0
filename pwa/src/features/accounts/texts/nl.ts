export const nl = {
	signIn: 'Inloggen',
	welcome: 'Welkom bij Vrijplaats',
	chooseWho: 'Kies wie je bent. Iedereen hier is verzonnen.',
	groups: {
		VOLUNTEER: 'Vrijwilligers',
		COORDINATOR: 'Coördinatoren',
		STAFF: 'Medewerkers van een inrichting',
		FUNDER: 'Subsidiegevers',
		OPERATOR: 'Beheer'
	},
	moreVolunteers: (count: number) => `Nog ${count} vrijwilligers`,
	signInFailed: 'Het inloggen lukte niet. Probeer het nog een keer.',
	signOutFailed: 'Je bent nog niet uitgelogd: er is geen verbinding.',
	lost: 'Deze bladzijde is er niet',
	lostHint: 'Misschien is het adres veranderd.',
	broken: 'Er ging iets mis bij ons',
	brokenHint: 'Er is niets kwijt. Begin opnieuw bij het eerste scherm.',
	toHome: 'Naar het begin',
	me: 'Ik',
	language: 'Taal',
	dutch: 'Nederlands',
	english: 'English',
	theme: 'Licht of donker',
	themes: { system: 'Automatisch', light: 'Licht', dark: 'Donker' },
	signOut: 'Log uit'
};
