/** A visit of which nothing is to be logged any more, and what somebody entered all the same. */
export const nl = {
	logged: 'Dit bezoek is vastgelegd',
	loggedHint: 'Je hoeft niets meer te doen.',
	off: 'Dit bezoek ging niet door',
	offHint: 'Je hoeft niets vast te leggen.',
	stands: 'Wat er staat',
	yours: 'Wat jij invulde',
	another: 'Er staat al een ander verslag. Wat jij invulde, telt nog niet. Kies wat er moet staan.',
	whileOff: 'Het bezoek staat als afgezegd. Wat jij invulde, telt nog niet. Kies wat er moet staan.',
	keep: 'Laat staan wat er staat',
	correct: 'Vraag een correctie',
	asked: 'Vraag je een correctie, dan krijgt je coördinator dit en antwoordt binnen een maand.',
	ofDay: (day: string, figures: string) => `${day}: ${figures}`,
	because: (side: string, cause: string) => `${side}: ${cause}`,
	notHeld: 'niet doorgegaan',
	minutes: (count: number) => `${count} minuten`,
	kilometres: (km: string) => `${km} km`
};
