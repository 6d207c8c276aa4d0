import { number } from '#lib/i18n';

export const nl = {
	title: 'Koppelingen',
	intro: (count: number) => (count === 0 ? 'Er loopt nu geen koppeling.' : count === 1 ? '1 koppeling loopt.' : `${number(count)} koppelingen lopen.`),
	caption: 'Koppelingen',
	volunteer: 'Vrijwilliger',
	visits: 'Bezoekt',
	where: 'Inrichting',
	formerly: (pseudonym: string) => `eerder ${pseudonym}`,
	held: 'Bezoeken',
	since: (date: string) => `sinds ${date}`,
	last: 'Laatste bezoek',
	next: 'Volgende bezoek',
	noneYet: 'Nog geen',
	notPlanned: 'Nog niet afgesproken',
	state: 'Hoe staat het?',
	do: 'Doen',
	find: 'Zoek een vrijwilliger of inrichting',
	findNone: 'Niemand gevonden. Wis de zoektekst, of zoek op een ander woord.',
	foundSo: (count: number) => (count === 1 ? '1 koppeling gevonden.' : `${number(count)} koppelingen gevonden.`),
	empty: 'Er zijn nog geen koppelingen',
	emptyHint: 'Zodra een vrijwilliger ja zegt, staat die hier.',
	toRequests: 'Bekijk verzoeken',
	outside: (day: string) => `Buiten, tot ${day}`,
	end: 'Rond af',
	endTitle: 'Koppeling afronden',
	endHint: (volunteer: string, pseudonym: string) =>
		`${volunteer} bezoekt ${pseudonym}. Na het afronden ziet de vrijwilliger de naam niet meer en gaan geplande bezoeken niet door.`,
	why: 'Waarom?',
	reasons: {
		DETAINEE_WISH: 'Op eigen wens van wie bezoek krijgt',
		VOLUNTEER_WISH: 'De vrijwilliger wil stoppen',
		RELEASED: 'Vrijgekomen',
		TRANSFERRED: 'Naar een andere inrichting',
		NO_CLICK: 'Het klikte niet',
		OTHER: 'Iets anders'
	},
	chooseReason: 'Kies eerst waarom.',
	keep: 'Laat doorgaan',
	wish: {
		lookFor: 'Zoek iemand anders',
		opens: 'Het verzoek staat weer bij Verzoeken, met de wachttijd van toen.',
		shuts: 'Het verzoek sluit. Wie later weer bezoek wil, wacht dan opnieuw.',
		waits: 'Het verzoek staat al weer open. Dat blijft zo.',
		closes: 'Het verzoek sluit ook.'
	},
	ended: 'Opgeslagen. De koppeling is afgerond.',
	endedWaits: 'Opgeslagen. De koppeling is afgerond en het verzoek staat open bij Verzoeken.'
};
