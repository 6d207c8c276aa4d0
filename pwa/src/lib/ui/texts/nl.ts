/** Words of the parts that every screen shares. */
export const nl = {
	busy: 'Bezig…',
	saved: 'Opgeslagen',
	close: 'Sluit',
	back: 'Terug',
	retry: 'Probeer opnieuw',
	loading: 'Even laden',
	offline: 'Geen verbinding.',
	offlineGoOn: 'Je kunt gewoon door.',
	fromWhen: (when: string) => `Dit is van ${when}.`,
	offlineLoad: 'Geen verbinding',
	offlineLoadHint: 'Dit scherm komt terug zodra er weer verbinding is.',
	slow: 'Het duurt te lang',
	slowHint: 'De verbinding is traag. Probeer het nog een keer.',
	broken: 'Er ging iets mis bij ons',
	brokenLoad: 'Er is niets kwijt. Probeer het nog een keer.',
	brokenSend: 'Je antwoord is niet verstuurd. Wat je invulde staat er nog.',
	code: 'Blijft het misgaan? Vraag hulp en noem code',
	forbidden: 'Dit hoort niet bij jouw werk',
	forbiddenHint: 'Ga terug naar je eigen scherm.',
	whatNow: 'Wat wil je doen?'
};
