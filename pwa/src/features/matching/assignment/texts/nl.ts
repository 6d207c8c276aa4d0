import { number } from '#lib/i18n';
import type { Asked } from '../proposal';

/** "1 mens", "3 mensen". */
function people(count: number): string {
	return count === 1 ? '1 mens' : `${number(count)} mensen`;
}

/** "30 mensen gevraagd", and for how many where somebody is asked for more than one. */
function asked({ people: who, requests }: Asked): string {
	return `${people(who)} gevraagd${who === requests ? '' : `, voor ${number(requests)} verzoeken`}`;
}

export const nl = {
	title: 'Verdeel',
	/** How many of those for whom nobody was asked yet can get somebody. */
	sentence: (can: number, all: number) => {
		if (can === 0) return all === 1 ? 'Voor 1 mens is er nu nog niemand' : `Voor ${number(all)} mensen is er nu nog niemand`;
		if (can === all) return all === 1 ? '1 mens kan iemand krijgen' : `Alle ${number(all)} mensen kunnen iemand krijgen`;
		return `${number(can)} van de ${number(all)} mensen ${can === 1 ? 'kan' : 'kunnen'} iemand krijgen`;
	},
	longestFirst: 'Wie het langst wacht, gaat voor.',
	notSent: 'Wat hieronder staat, is nog niet verstuurd.',
	justAsked: (who: Asked) => `Verstuurd: ${asked(who)}. Bij Verzoeken zie je wie wat antwoordt.`,
	/** Somebody, or another organisation. */
	invited: (count: number) => `Voor ${count === 1 ? '1 ander' : `${number(count)} anderen`} wacht je al op een antwoord.`,
	again: 'Reken opnieuw',
	whatCounts: 'Wat telt mee',
	/** Beside the list done from the top: for each the best who is not taken by then. That is not number 1 of Verzoeken. */
	compare: (changed: number) =>
		changed === 0
			? 'Doe je de lijst van boven af, steeds met de beste die nog vrij is, dan krijgt iedereen dezelfde.'
			: `Bij ${people(changed)} is het iemand anders dan als je de lijst van boven af doet, steeds met de beste die nog vrij is.`,
	fewer: (count: number) => `Van boven af ${count === 1 ? 'krijgt' : 'krijgen'} er maar ${number(count)} iemand.`,
	travel: (ours: string, first: string | null) => (first === null ? `De reis is meestal ${ours} km.` : `De reis is meestal ${ours} km, van boven af ${first} km.`),
	list: 'Voorstel',
	show: 'Toon',
	everybody: 'Iedereen',
	onlyChanged: 'Anders dan van boven af',
	firstOf: (shown: number, all: number) => `Hier staan de ${number(shown)} van de ${number(all)} die het langst wachten. Heb je hen uitgenodigd, dan komen de volgenden.`,
	thenRest: (count: number) => (count === 1 ? 'Daarna komt er nog 1.' : `Daarna komen er nog ${number(count)}.`),
	nextOnes: (who: Asked, left: number) => `${asked(who)}. Nog ${number(left)} ${left === 1 ? 'kan iemand krijgen: die staat hier.' : 'kunnen iemand krijgen: hier staan de volgenden.'}`,
	noneChanged: 'Nu krijgt iedereen dezelfde als van boven af.',
	waits: (days: string) => `Wacht ${days}`,
	sinceToday: 'Nieuw vandaag',
	forAll: 'Voor iedereen',
	tick: (name: string, pseudonym: string) => `Nodig ${name} uit voor ${pseudonym}`,
	fit: { VERY_GOOD: 'Past heel goed', GOOD: 'Past goed', FAIR: 'Past' },
	yourChoice: 'Jouw keuze',
	back: 'Terug naar het voorstel',
	gone: 'Jouw keuze kan niet meer. Dit is het voorstel.',
	other: 'Kies iemand anders',
	otherFor: (pseudonym: string) => `Kies iemand anders voor ${pseudonym}`,
	others: (pseudonym: string) => `Wie kan ook naar ${pseudonym}`,
	noOther: 'Verder kan nu niemand.',
	takenFor: (pseudonym: string) => `nu voor ${pseudonym}`,
	choose: 'Kies',
	chooseName: (name: string) => `Kies ${name}`,
	chosen: (name: string) => `${name} gekozen. De rest is opnieuw uitgerekend.`,
	recount: 'Opnieuw uitgerekend.',
	nobodyYet: (count: number) => `Nog niemand: ${number(count)}`,
	nobodyHint: 'Deze mensen blijven op de lijst. Verandert er iets, dan komen ze weer mee.',
	look: (pseudonym: string) => `Bekijk ${pseudonym}`,
	more: (count: number) => `En nog ${people(count)}.`,
	tickFirst: 'Vink eerst iemand aan.',
	sent: (who: Asked) => `Opgeslagen. ${asked(who)}.`,
	refused: (count: number) => (count === 1 ? 'Bij 1 kon het niet meer' : `Bij ${count} kon het niet meer`),
	refusedHint: 'De anderen zijn gevraagd. Dit is het nieuwe voorstel.',
	nobodyRefusedHint: 'Er is niemand gevraagd. Dit is het nieuwe voorstel.',
	empty: 'Iedereen heeft iemand',
	emptyHint: 'Dat is goed werk.',
	toMatches: 'Bekijk koppelingen',
	allAsked: 'Alles is gevraagd',
	allAskedHint: (count: number) => `Voor ${people(count)} wacht je op een antwoord.`,
	toInbox: 'Bekijk verzoeken',
	send: {
		sure: (who: number) => (who === 1 ? '1 vrijwilliger uitnodigen?' : `${number(who)} vrijwilligers uitnodigen?`),
		how: (who: number, requests: number) => {
			if (requests === 1) return 'Er gaat 1 uitnodiging weg, voor 1 mens die wacht.';
			if (who === 1) return `Er gaan ${number(requests)} uitnodigingen weg, alle aan dezelfde vrijwilliger: voor ieder die wacht één.`;
			if (who === requests) return `Er gaan ${number(requests)} uitnodigingen weg: iedere vrijwilliger krijgt er één, voor één mens die wacht.`;
			return `Er gaan ${number(requests)} uitnodigingen weg, voor ${number(requests)} mensen die wachten. Wie plek heeft voor meer mensen, kan er meer dan één krijgen.`;
		},
		answer: (until: string) => `Antwoorden kan tot ${until}.`,
		rounds: 'Zegt iemand nee of niets, dan gaat er vanzelf een volgende ronde weg.',
		final: 'Ze gaan meteen weg. Terughalen kan daarna niet. Wie wat antwoordt, zie je bij Verzoeken.',
		go: 'Verstuur',
		cancel: 'Annuleer'
	},
	weights: {
		intro: 'Dit geldt voor jullie hele organisatie: voor de volgorde bij Verzoeken, voor rondes en hier.',
		levels: { NOT: 'telt niet', A_LITTLE: 'een beetje', USUAL: 'gewoon', HEAVILY: 'zwaar' },
		names: {
			language: 'Een gevraagde taal die weinig mensen spreken',
			fluency: 'Een gevraagde taal goed spreken, niet een beetje',
			distance: 'Dichtbij wonen',
			days: 'Vrij op de bezoekdagen',
			load: 'Nog weinig mensen bezoeken',
			waiting: 'De beste keuze voor wie lang wacht',
			continuity: 'Elkaar al kennen',
			newcomer: 'Een eerste keer waar een ervaren collega mee kan'
		},
		waitingHint: 'Wie het langst wacht, gaat altijd voor als er te weinig mensen zijn.',
		wouldBe: (can: number, all: number, kilometres: string | null) =>
			`Zo kunnen ${number(can)} van de ${number(all)} iemand krijgen${kilometres === null ? '' : `, meestal ${kilometres} km reizen`}.`,
		others: (count: number) => (count === 0 ? 'Voor niemand verandert er iets.' : count === 1 ? 'Voor 1 mens wordt het iemand anders.' : `Voor ${number(count)} mensen wordt het iemand anders.`),
		nothing: 'Laat taal, afstand, dagen of drukte meetellen.',
		working: 'Even rekenen…',
		save: 'Laat dit zo meetellen',
		cancel: 'Laat het zoals het was',
		usual: 'Alles gewoon',
		saved: 'Opgeslagen. Zo telt het vanaf nu mee.'
	}
};
