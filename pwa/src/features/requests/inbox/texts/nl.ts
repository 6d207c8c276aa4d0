import { number } from '#lib/i18n';
import type { InboxStanding, InboxWhose, RequestHappening } from '#lib/gql';

/** "1 mens", "3 mensen". */
function people(count: number): string {
	return count === 1 ? '1 mens' : `${count} mensen`;
}

const whose: Record<InboxWhose, string> = { MINE: 'Van mij', OURS: 'Van ons', EVERYONE: 'Voor iedereen' };
const standing: Record<InboxStanding, string> = {
	NOT_ASKED: 'Niet gevraagd',
	ASKED: 'Gevraagd',
	NOBODY_COULD: 'Niemand kon',
	PROPOSED: 'Voorgesteld'
};

const filters = {
	search: 'Zoek op verzonnen naam',
	all: { facility: 'Alle inrichtingen', language: 'Alle talen', kind: 'Elke soort', whose: 'Van wie ook', standing: 'Elke stand', days: 'Elke wachttijd' },
	label: { search: 'Naam', facility: 'Inrichting', language: 'Taal', kind: 'Soort', whose: 'Van wie', standing: 'Hoe het staat', days: 'Hoelang iemand wacht' },
	whose,
	standing,
	/** Beside what it would leave: "Papiaments (3)". */
	counted: (name: string, count: number) => `${name} (${number(count)})`,
	days: (days: number) => `Ruim ${days} dagen`,
	/** Inclusive; from 0 is no lower bound. */
	between: (from: number, to: number) => (from === 0 ? `Hooguit ${to} dagen` : `${from} tot en met ${to} dagen`),
	more: (chosen: number) => (chosen === 0 ? 'Meer filters' : `Meer filters (${chosen})`),
	fewer: 'Minder filters',
	shown: (shown: number, total: number) => `${number(shown)} van ${number(total)} open`,
	none: 'Met deze filters wacht niemand',
	noneWhy: (parts: string) => `Je kijkt naar: ${parts}.`,
	without: (name: string, count: number) => `Zonder “${name}” (${number(count)})`,
	clear: 'Toon alles'
};

const views = {
	title: 'Weergaven',
	all: 'Alles',
	keep: 'Bewaar weergave',
	change: 'Pas aan',
	changeThem: 'Pas aan: weergaven',
	name: 'Naam van de weergave',
	nameHelp: 'Bijvoorbeeld: wacht lang. Alleen jij ziet dit. Geen namen van mensen.',
	opensFirst: 'Open deze als eerste',
	save: 'Opslaan',
	saved: 'Opgeslagen.',
	remove: 'Haal weg',
	removeOne: (name: string) => `Haal ${name} weg`,
	removed: 'De weergave is weg. De verzoeken blijven.',
	rename: 'Nieuwe naam',
	cancel: 'Terug',
	done: 'Klaar'
};

const keys = {
	title: 'Toetsen bij verzoeken',
	short: 'Toetsen',
	down: 'Volgend verzoek',
	up: 'Vorig verzoek',
	open: 'Open het verzoek',
	back: 'Terug naar de lijst',
	find: 'Zoeken',
	tick: 'Vink aan, of doe wat de focus heeft',
	act: 'Nodig uit, of neem op je',
	help: 'Dit overzicht',
	use: 'Gebruik de toetsen j, k, / en ?',
	useHelp: 'Zet ze uit als ze je in de weg zitten, bijvoorbeeld met spraak. Pijlen en Enter blijven werken.',
	enter: 'Enter',
	escape: 'Esc',
	space: 'Spatie',
	ctrl: 'Ctrl'
};

const course = {
	title: 'Wat er gebeurde',
	happened: {
		REQUESTED: () => 'Gevraagd',
		CLAIMED: (_: number, by: string) => `Opgepakt door ${by}`,
		HANDED_BACK: (_: number, by: string) => `Teruggegeven aan iedereen door ${by}`,
		ASKED: (count: number, by: string) => `${people(count)} gevraagd door ${by}`,
		COULD_NOT: (count: number) => (count === 1 ? '1 kan niet' : `${count} kunnen niet`),
		SILENT: (count: number) => `${count} zonder antwoord`,
		SAID_YES: () => 'Iemand zei ja',
		TAKEN_BACK: (count: number) => `${count} ${count === 1 ? 'uitnodiging' : 'uitnodigingen'} ingetrokken`,
		WITHDRAWN: () => 'Verzoek ingetrokken',
		ROUNDS_ENDED: () => 'Rondes gestopt',
		PROPOSED: (_: number, by: string) => `Voorgesteld aan een andere organisatie door ${by}`,
		HAND_OVER_ACCEPTED: () => 'Overgenomen',
		HAND_OVER_DECLINED: () => 'Voorstel niet aangenomen',
		HAND_OVER_WITHDRAWN: () => 'Voorstel ingetrokken',
		HAND_OVER_EXPIRED: () => 'Geen antwoord op het voorstel'
	} satisfies Record<RequestHappening, (count: number, by: string) => string>,
	someone: 'iemand',
	itself: 'het systeem',
	/** The one line. */
	since: (day: string) => `gevraagd ${day}`,
	claimed: (by: string) => `opgepakt door ${by}`,
	asked: (count: number, rounds: number) => (rounds > 1 ? `${count} gevraagd in ${rounds} keer` : `${count} gevraagd`),
	cannot: (count: number) => (count === 1 ? '1 kan niet' : `${count} kunnen niet`),
	silent: (count: number) => `${count} zonder antwoord`,
	overTo: 'eerder voorgesteld aan een ander',
	back: 'eerder teruggegeven',
	withdrawn: 'ingetrokken'
};

const handover = {
	title: 'Uit handen geven',
	hint: 'Hebben jullie niemand? De wachttijd gaat mee, en de naam blijft verzegeld.',
	release: 'Geef terug aan iedereen',
	releaseTitle: (pseudonym: string) => `${pseudonym} teruggeven aan iedereen`,
	releaseHint: 'Alle organisaties hier zien dit verzoek weer en kunnen het op zich nemen. Jullie lezen de naam dan niet meer.',
	released: 'Opgeslagen. Dit verzoek is weer voor iedereen.',
	propose: 'Vraag een andere organisatie',
	proposeTitle: (pseudonym: string) => `${pseudonym} voorstellen aan een andere organisatie`,
	proposeHint: 'Tot zij antwoorden blijft het bij jullie, en nodig je niemand uit. Na vijf dagen vervalt het voorstel.',
	which: 'Welke organisatie?',
	chooseOne: 'Kies eerst een organisatie.',
	nobodyElse: 'Er is nu geen andere organisatie actief in deze inrichting.',
	send: 'Stel voor',
	sent: (name: string) => `Opgeslagen. ${name} krijgt bericht.`,
	keep: 'Laat staan',
	outgoing: (name: string) => `Voorgesteld aan ${name}`,
	outgoingHint: (until: string) => `Zij antwoorden vóór ${until}. Tot dan blijft het bij jullie en nodig je niemand uit.`,
	withdraw: 'Trek voorstel in',
	withdrawn: 'Opgeslagen. Het verzoek blijft bij jullie.',
	waiting: 'Nemen jullie dit over?',
	incoming: (name: string) => `${name} vraagt of jullie dit overnemen`,
	incomingHint: (until: string) => `Antwoord vóór ${until}. Neem je het over, dan is het van jullie en lees je de naam. Zo niet, dan blijft het bij hen.`,
	accept: 'Neem over',
	accepted: 'Opgeslagen. Dit verzoek is van jou.',
	decline: 'Neem niet over',
	declined: 'Opgeslagen. Het blijft bij de andere organisatie.',
	from: (name: string) => `van ${name}`
};

export const nl = { filters, views, keys, course, handover };
