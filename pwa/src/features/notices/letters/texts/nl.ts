export const nl = {
	title: 'Brieven per e-mail',
	hint: 'Je krijgt een brief als je niet hebt gezien dat iemand om bezoek vraagt, of ander nieuws over je bezoeken en verzoeken.',
	stop: 'Stop de brieven',
	stopped: 'Je krijgt deze brieven niet meer. Meldingen op je apparaten blijven zoals ze zijn.',
	back: 'Toch weer brieven',
	again: 'Je krijgt weer brieven.',
	noLink: 'Dit kan alleen met de link uit een brief. In de app kies je het bij Ik.',
	toApp: 'Naar de app',
	trouble: {
		unknown: 'Deze link werkt niet meer. In de app kies je het bij Ik.',
		often: 'Dat was een paar keer te veel. Probeer het over een uur opnieuw.',
		offline: 'Geen verbinding. Er is niets veranderd. Probeer het straks nog een keer.',
		broken: 'Er ging iets mis bij ons. Er is niets veranderd. Probeer het straks nog een keer.'
	}
};
