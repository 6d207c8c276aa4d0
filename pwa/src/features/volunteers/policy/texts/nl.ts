import { number } from '#lib/i18n';

export const nl = {
	title: 'Welke papieren nodig zijn',
	link: 'Welke papieren nodig zijn',
	intro: 'Dit geldt voor alle vrijwilligers van jullie organisatie. De poort en de suggesties volgen het meteen.',
	back: 'Vrijwilligers',
	paper: 'Papier',
	add: 'Nieuw papier',
	change: 'Wijzig',
	changeOf: (name: string) => `Wijzig ${name}`,
	name: 'Naam',
	nameHint: 'Zoals het midden in een zin staat, dus meestal zonder hoofdletter.',
	nameEn: 'Naam in het Engels',
	optional: 'hoeft niet',
	kindOf: 'Verloopt het, of zie je het één keer?',
	renewed: 'Verloopt',
	once: 'Eén keer',
	onceHint: 'Wie dit papier heeft, laat het nooit opnieuw zien.',
	ends: (count: number) => (count === 0 ? '' : `Bij ${count === 1 ? '1 papier' : `${count} papieren`} telt de einddatum niet meer. Kies je later weer voor Verloopt, dan komt die terug.`),
	terms: (count: number) => (count === 0 ? '' : `${count === 1 ? 'De kortere termijn van 1 inrichting vervalt' : `De kortere termijnen van ${count} inrichtingen vervallen`}, die zet je dan opnieuw.`),
	endsAgain: 'Papieren die eerder een einddatum hadden, krijgen die terug.',
	months: 'Geldt hooguit zoveel maanden',
	monthsHint: 'Leeg: zolang als er op het papier staat. Wat al is vastgelegd, houdt zijn einddatum.',
	profile: 'Er hoort een screeningsprofiel bij',
	save: 'Opslaan',
	cancel: 'Annuleer',
	facts: (once: boolean, months: number | null) => (once ? 'Eén keer gezien, verloopt niet' : months ? `Geldt hooguit ${months} maanden` : 'Geldt zolang als erop staat'),
	withProfile: 'met screeningsprofiel',
	everywhere: 'Nodig voor',
	everywhereHint: 'Bij elke inrichting.',
	needed: (kinds: string) => `Nodig voor: ${kinds}`,
	neededNowhere: 'Nergens nodig',
	choose: 'Kies waarvoor',
	chooseOf: (name: string) => `Kies waarvoor ${name} nodig is`,
	done: 'Klaar',
	atPlaces: 'Anders bij een inrichting',
	atPlacesHint: 'Vraagt een inrichting meer, of telt een papier daar korter? Leg dat hier vast.',
	atPlacesNone: 'Overal gelden dezelfde afspraken.',
	alsoNeeds: (place: string, name: string, kind: string) => `${place}: ook ${name} voor ${kind}`,
	shorter: (place: string, name: string, months: number) => `${place}: ${name} telt hooguit ${months} maanden`,
	remove: 'Haal weg',
	removeOf: (what: string) => `Haal weg: ${what}`,
	addAt: 'Voeg toe',
	addAtTitle: 'Anders bij een inrichting',
	facility: 'Inrichting',
	chooseFacility: 'Kies een inrichting',
	choosePaper: 'Kies een papier',
	what: 'Wat is daar anders',
	more: 'Ook nodig',
	less: 'Telt korter',
	work: 'Voor welke inzet',
	sure: (name: string, kind: string, place: string) => `Wordt ${name} nodig voor ${kind}${place ? ` in ${place}` : ''}?`,
	touchedVolunteers: (count: number) =>
		count === 0
			? 'Alle vrijwilligers die klaar of actief zijn en dit doen, hebben dit papier.'
			: count === 1
				? '1 vrijwilliger die klaar of actief is, heeft dit papier nu niet. Die krijgt geen nieuwe vragen tot het er is.'
				: `${number(count)} vrijwilligers die klaar of actief zijn, hebben dit papier nu niet. Zij krijgen geen nieuwe vragen tot het er is.`,
	touchedVisits: (count: number) =>
		count === 0 ? 'Geen gepland bezoek komt in gevaar.' : count === 1 ? 'Bij 1 gepland bezoek blijft de poort dan dicht.' : `Bij ${number(count)} geplande bezoeken blijft de poort dan dicht.`,
	sureShorter: (name: string, place: string, months: number) => `Telt ${name} in ${place} hooguit ${months === 1 ? '1 maand' : `${months} maanden`}?`,
	shortenedVolunteers: (count: number) =>
		count === 0
			? 'Van alle vrijwilligers die dit doen, telt het papier dan ook nog.'
			: count === 1
				? 'Van 1 vrijwilliger die klaar of actief is, telt dit papier daar dan niet meer. Die krijgt daar geen nieuwe vragen tot er een nieuw is.'
				: `Van ${number(count)} vrijwilligers die klaar of actief zijn, telt dit papier daar dan niet meer. Zij krijgen daar geen nieuwe vragen tot er een nieuw is.`,
	shortenIt: 'Ja, het telt korter',
	touchedHint: 'Het geldt meteen. Je kunt het hier ook weer uitzetten.',
	needIt: 'Ja, dit is nodig',
	needItNot: 'Nee, laat zo'
};
