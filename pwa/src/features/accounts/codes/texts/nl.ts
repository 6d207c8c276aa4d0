export const nl = {
	start: 'Lukt dat niet? Krijg een code per e-mail',
	email: 'Je e-mailadres',
	emailHint: 'Je krijgt een code van acht cijfers.',
	send: 'Stuur de code',
	back: 'Terug',
	sentTo: (email: string) => `Is ${email} bij ons bekend? Dan is de code onderweg.`,
	code: 'De code uit de e-mail',
	codeHint: (left: string) => `Acht cijfers. De code werkt ${left}.`,
	over: 'De code werkt niet meer. Vraag een nieuwe.',
	enter: 'Log in',
	again: 'Stuur een nieuwe code',
	againLater: 'Na een minuut kun je een nieuwe code vragen.',
	sentAgain: 'Er is een nieuwe code onderweg. De vorige werkt niet meer.',
	nothing: 'Komt er niets?',
	nothingHints: [
		'Kijk ook bij ongewenste e-mail, ook wel spam.',
		'Klopt het adres? Ga anders terug en vul het opnieuw in.',
		'Na vijf codes in een uur sturen we er een uur geen meer.',
		'Lukt het niet? Bel je coördinator.'
	],
	who: 'Als wie ga je verder?',
	whoHint: 'Later wissel je bij Ik.',
	trouble: {
		refused: 'Deze code klopt niet, of werkt niet meer. Kijk nog eens goed, of vraag een nieuwe code. Blijft het misgaan? Bel je coördinator.',
		short: 'De code heeft acht cijfers.',
		email: 'Vul een heel adres in, zoals naam@voorbeeld.nl.',
		taken: 'Met dit adres logt al iemand anders in. Kies een ander adres.',
		'too-often': (minutes: number) => `Dat was een paar keer te veel. Probeer het over ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} opnieuw.`,
		unconfirmed: 'Laat eerst met je passkey zien dat jij het bent.',
		'sign-in-again': 'Log eerst opnieuw in. Daarna kan dit tien minuten lang.',
		offline: 'Er is geen verbinding. Probeer het straks opnieuw.',
		broken: 'Er ging iets mis bij ons. Probeer het nog een keer.'
	}
};
