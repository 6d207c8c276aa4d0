import { number } from '#lib/i18n';

export const nl = {
	title: 'Zorg voor vrijwilligers',
	intro: 'Aan wie denk je vandaag? Elk teken is een reden om even te bellen, en geen oordeel.',
	whose: 'Van wie',
	mine: 'Van mij',
	everybody: 'Iedereen',
	mineHint: 'Jij pakte het verzoek van hun nieuwste koppeling op, of iemand voor wie je waarneemt. Wie van niemand is, staat hier ook.',
	emptyMine: 'Bij jou is iedereen in beeld',
	toEverybody: 'Toon iedereen',
	back: 'Vrijwilligers',
	empty: 'Iedereen is in beeld',
	emptyHint: 'Is iemand lang stil, net voor het eerst geweest, erg druk of nog nooit gevraagd? Dan lees je dat hier.',
	toRegister: 'Naar de vrijwilligers',
	group: {
		SILENT_30: '30 dagen stil',
		OVERLOADED: 'Veel tegelijk',
		FIRST_VISIT: 'Eerste bezoek geweest',
		NEVER_ASKED: 'Klaar, nog nooit gevraagd',
		SILENT_14: '14 dagen stil',
		HALF_YEAR: 'Een half jaar verder'
	},
	what: {
		SILENT_30: 'Er loopt een koppeling, maar 30 dagen lang was er geen bezoek, geen antwoord en geen telefoontje, en er staat geen bezoek gepland. Wie pauze heeft of weg is, telt niet mee.',
		OVERLOADED: 'Bezoekt meer mensen dan het aantal dat iemand zelf koos. Of had in vier weken minstens twee bezoeken meer dan het ritme.',
		FIRST_VISIT: 'Het eerste bezoek van een koppeling was de afgelopen twee weken. Bel hoe het ging.',
		NEVER_ASKED: 'Al 30 dagen klaar om te beginnen, en nog voor niemand gevraagd. Bel of iemand nog wil, en voor wie. Wie pauze heeft, weg is of nog geen account heeft, telt niet mee.',
		SILENT_14: 'Er loopt een koppeling, maar 14 dagen lang was er niets te horen en er staat geen bezoek gepland.',
		HALF_YEAR: 'Een koppeling loopt weer een half jaar langer. Praat over hoe het bevalt en hoe het verdergaat.'
	},
	short: {
		SILENT_30: (count: number) => `30 dagen stil: ${number(count)}`,
		OVERLOADED: (count: number) => `veel tegelijk: ${number(count)}`,
		FIRST_VISIT: (count: number) => `eerste bezoek: ${number(count)}`,
		NEVER_ASKED: (count: number) => `nooit gevraagd: ${number(count)}`,
		SILENT_14: (count: number) => `14 dagen stil: ${number(count)}`,
		HALF_YEAR: (count: number) => `half jaar verder: ${number(count)}`
	},
	why: {
		silent: (since: string, days: number) => `Sinds ${since} niets gehoord, ${days} dagen.`,
		longSilent: 'Al meer dan drie maanden niets gehoord.',
		people: (count: number, usual: number) => `Bezoekt ${count === 1 ? '1 mens' : `${count} mensen`} en koos zelf voor ${usual}.`,
		visits: (count: number, usual: number) => `Ging in vier weken ${count} keer op bezoek. Het ritme is ${usual} keer.`,
		first: (pseudonym: string, day: string) => `Ging op ${day} voor het eerst naar ${pseudonym}.`,
		neverAsked: (since: string) => `Klaar sinds ${since}, en nog voor niemand gevraagd.`,
		halfYear: (pseudonym: string, long: string) => `Bezoekt ${pseudonym} nu ${long}.`
	},
	long: {
		half: 'een half jaar',
		oneAndHalf: 'anderhalf jaar',
		years: (years: number) => (years === 1 ? 'een jaar' : `${years} jaar`),
		yearsAndHalf: (years: number) => `${years},5 jaar`
	},
	spoken: 'Gesproken',
	spokenWith: (name: string) => `Gesproken met ${name}`,
	undo: 'Maak ongedaan',
	call: (name: string) => `Bel ${name}`,
	noNumber: 'Geen nummer ingevuld',
	showAll: (count: number) => `Toon alle ${number(count)}`,
	showMost: (count: number) => `Toon er ${count}`,
	today: 'Vandaag gesproken',
	todayHint: 'We onthouden alleen dat het is gebeurd, nooit wat er is gezegd.',
	talk: (name: string, who: string) => `${name}, door ${who}`,
	talkMine: (name: string) => `${name}, door jou`,
	about: {
		SILENT_30: '30 dagen stil',
		OVERLOADED: 'veel tegelijk',
		FIRST_VISIT: 'eerste bezoek',
		NEVER_ASKED: 'klaar, nog nooit gevraagd',
		SILENT_14: '14 dagen stil',
		HALF_YEAR: 'een half jaar verder'
	},
	talksTitle: 'Gesproken',
	talkLine: (day: string, who: string) => `${day}, door ${who}`
};
