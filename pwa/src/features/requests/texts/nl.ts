import { number } from '#lib/i18n';

/** "1 mens", "3 mensen". */
function people(count: number): string {
	return count === 1 ? '1 mens' : `${count} mensen`;
}

/** A day and an hour in words; null is any moment now. */
type Moment = { day: string; time: string } | null;

const inbox = {
	title: 'Verzoeken',
	open: (count: number) => `${number(count)} open, wie het langst wacht staat boven`,
	oneOpen: '1 open',
	list: 'Open verzoeken',
	detail: 'Verzoek',
	allAtOnce: 'Verdeel iedereen tegelijk',
	empty: 'Iedereen heeft iemand',
	emptyHint: 'Dat is goed werk.',
	toMatches: 'Bekijk koppelingen',
	choose: 'Kies links een verzoek.',
	gone: 'Dit verzoek is er niet meer',
	goneHint: 'Een andere organisatie heeft het opgepakt, of de wens is ingetrokken.',
	toList: 'Terug naar verzoeken',
	standing: { proposed: 'Voorgesteld', forAll: 'Voor iedereen', goesOn: 'Gaat verder', nobodyCould: 'Niemand kon', yours: 'Van jou', ours: 'Van ons' },
	asked: (count: number) => `${count} gevraagd`,
	/** "9 kunnen niet, 15 stil". */
	tally: (cannot: number, silent: number) =>
		[cannot === 0 ? '' : cannot === 1 ? '1 kan niet' : `${cannot} kunnen niet`, silent === 0 ? '' : `${silent} stil`].filter(Boolean).join(', '),
	waits: (days: string) => `Wacht ${days}`,
	today: 'vandaag',
	sinceToday: 'Nieuw vandaag',
	keys: 'Pijl omhoog en omlaag: ander verzoek. Spatie: vink aan.'
};

const matching = {
	who: 'Wie past hier het best?',
	counts: (can: number, cannot: number) => `${number(can)} kunnen, ${number(cannot)} nu niet`,
	fit: { VERY_GOOD: 'Past heel goed', GOOD: 'Past goed', FAIR: 'Past' },
	rank: (rank: number) => `Nummer ${rank}: `,
	notNow: (count: number) => `Nu niet mogelijk: ${number(count)}`,
	andMore: (count: number) => `En nog ${number(count)}.`,
	nobody: 'Nu kan niemand van jullie.',
	nobodyHint: 'Hieronder staat waarom. Verandert er iets, dan zie je het hier meteen.',
	everyoneAsked: 'Iedereen die kan is al gevraagd.',
	askedTitle: 'Al gevraagd',
	offer: { LIVE: 'Gevraagd', ACCEPTED: 'Ja gezegd', DECLINED: 'Nu niet', WITHDRAWN: 'Ingetrokken', EXPIRED: 'Tijd is om' },
	until: (moment: string) => `antwoord vóór ${moment}`,
	answerBefore: 'Antwoord vóór',
	invite: (count: number) => (count === 0 ? 'Nodig mensen uit' : `Nodig ${people(count)} uit`),
	tickFirst: 'Vink eerst iemand aan.',
	invited: (count: number) => `Opgeslagen. ${people(count)} gevraagd.`,
	claim: 'Neem op je',
	claimHint: 'Alle organisaties hier zien dit verzoek. Neem je het op je, dan vraag jij mensen.',
	claimed: 'Opgeslagen. Dit verzoek is van jou.',
	matched: 'Er is iemand.',
	withdrawn: 'Dit verzoek is ingetrokken. Je hoeft niets te doen.',
	closed: 'Dit verzoek is afgesloten.',
	chaplaincy: (denomination: string) => `Vraagt om: ${denomination.toLowerCase()}`,
	prefers: { WOMAN: 'Liefst een vrouw', MAN: 'Liefst een man', OTHER: 'Liefst iemand anders dan een man of vrouw' },
	note: 'Praktisch',
	showName: 'Toon naam',
	hideName: 'Verberg naam',
	nameLogged: 'Elke keer dat iemand de naam bekijkt, leggen we vast.',
	wing: (wing: string) => `afdeling ${wing}`,
	noName: 'Je kunt de naam niet zien.',
	noNameYet: 'De naam zie je als je het verzoek op je neemt.'
};

const rounds = {
	title: 'In rondes',
	choose: 'In rondes',
	after: 'na',
	howManyHours: ' hoeveel uur',
	each: 'de volgende',
	howManyPeople: ', hoeveel mensen',
	hours: (count: number) => `${count} uur`,
	people,
	hint: 'Tot iemand ja zegt, en steeds wie dan het best past. Niet in jullie stille uren.',
	next: (round: number, size: number, at: Moment) =>
		`Ronde ${round} gaat ${at ? `${at.day} om ${at.time}` : 'zo'} weg, naar ${size === 1 ? 'wie dan het best past' : `de ${size} mensen die dan het best passen`}.`,
	how: (hours: number) => `Daarna om de ${hours} uur, tot iemand ja zegt. Zegt iedereen nee, dan sneller. Niet in jullie stille uren.`,
	row: (at: Moment) => `ronde ${at ? `${at.day} ${at.time}` : 'gaat zo'}`,
	sendNow: 'Stuur nu',
	stop: 'Stop de rondes',
	wentAlready: 'Deze ronde was al weg.',
	stoppedNow: 'Opgeslagen. De rondes zijn gestopt.',
	stopped: 'De rondes zijn gestopt. Wie gevraagd is, kan nog antwoorden.',
	nobodyLeft: 'Iedereen die past is gevraagd. Er gaat geen ronde meer.'
};

const form = {
	title: 'Nieuw verzoek',
	intro: 'Iemand wil graag bezoek van een vrijwilliger. Een plan is niet nodig, de wens is genoeg.',
	givenName: 'Voornaam',
	familyName: 'Achternaam',
	wing: 'Afdeling',
	what: 'Waarvoor?',
	kinds: {
		ONE_TO_ONE: 'Een-op-een',
		COURSE: 'Cursus',
		CHILD_EVENT: 'Ouder-kinddag',
		AFTERCARE: 'Na de vrijlating',
		CHAPLAINCY: 'Geestelijke verzorging',
		FAMILY: 'Familie',
		CHILD_ESCORT: 'Met een kind mee',
		CAMP: 'Kamp',
		DROP_IN: 'Inloop',
		DESK: 'Spreekuur'
	},
	otherKind: 'Anders',
	whichKind: 'Wat dan?',
	languages: 'Talen',
	anotherLanguage: 'Nog een taal',
	addLanguage: '+ taal',
	removeLanguage: (name: string) => `Haal ${name} weg`,
	noLanguage: 'Geen taal gevonden',
	organisation: 'Organisatie',
	gender: 'Man of vrouw',
	denomination: 'Richting',
	denominationHint: 'Vul dit alleen in als iemand er zelf om vraagt.',
	noPreference: 'Geen voorkeur',
	note: 'Iets praktisch?',
	noteAside: 'mag leeg blijven',
	noteHelp: 'Niets over zaak, straf of plan.',
	count: (length: number, most: number) => `${length} van ${most}`,
	consent: 'Dit is de eigen wens, en de naam delen is goed',
	consentHelp: 'Alleen de organisatie en straks de vrijwilliger zien de naam.',
	inMemory: 'Blijft staan zolang deze pagina open is. Er komt geen naam op deze computer.',
	clear: 'Leegmaken',
	send: 'Verstuur verzoek',
	preview: 'Zo komt het aan',
	newPseudonym: 'Nieuwe verzonnen naam',
	pseudonym: 'Verzonnen naam. De echte naam blijft verzegeld.',
	whoSees: 'Vrijwilligersorganisaties die hier actief zijn zien dit meteen. Je krijgt bericht zodra er iemand is.',
	whoSeesOne: (name: string) => `${name} ziet dit meteen. Je krijgt bericht zodra er iemand is.`,
	unknown: 'Nog niet bekend hier. We maken een nieuw verzoek.',
	known: (pseudonym: string) => `Bekend als ${pseudonym}. Die verzonnen naam blijft.`,
	running: 'Er loopt al zo’n verzoek.',
	see: 'Bekijk het.',
	need: {
		givenName: 'Voornaam: vul de voornaam in.',
		familyName: 'Achternaam: vul de achternaam in.',
		language: 'Talen: kies er één of meer.',
		fewerLanguages: 'Talen: kies er hooguit tien.',
		unknownLanguage: (text: string) => `“${text}” staat niet in de lijst. Kies een taal, of haal dit weg.`,
		longLanguage: (length: number) => `Hier staat geen taal maar een tekst van ${length} tekens. Alles staat er nog.`,
		consent: 'Vraag eerst of dit de eigen wens is, en zet dan het vinkje.',
		shorter: (length: number, most: number) => `Deze tekst heeft ${length} tekens, er passen er ${most}. Alles staat er nog.`
	},
	sent: 'Het verzoek is verstuurd',
	sentAs: (pseudonym: string) => `Bekend als ${pseudonym}. Organisaties zien het nu.`,
	again: 'Nog een verzoek',
	toRequests: 'Bekijk verzoeken'
};

const keys = {
	title: 'Alle toetsen',
	next: 'Volgende veld',
	previous: 'Vorige veld',
	pick: 'Kies',
	kind: 'Waarvoor, buiten een tekstveld',
	languages: 'Door de lijst met talen',
	addLanguage: 'Neem deze taal',
	dropLanguage: 'Haal de laatste taal weg',
	send: 'Verstuur verzoek',
	help: 'Dit overzicht, buiten een tekstveld',
	tab: 'Tab',
	shift: 'Shift',
	space: 'Spatie',
	enter: 'Enter',
	ctrl: 'Ctrl',
	backspace: 'Backspace'
};

const own = {
	title: 'Verzoeken',
	intro: 'Wat er vanuit hier gevraagd is. Je ziet hoe het ervoor staat.',
	caption: 'Verzoeken van deze inrichting',
	who: 'Verzonnen naam',
	workOf: (work: string, denomination: string) => `${work} (${denomination.toLowerCase()})`,
	since: 'Gevraagd op',
	waits: (days: string) => `wacht ${days}`,
	sinceToday: 'vandaag',
	by: 'Organisatie',
	noneYet: 'Nog niemand, allen zien het',
	state: 'Hoe staat het?',
	do: 'Doen',
	empty: 'Er zijn nog geen verzoeken',
	emptyHint: 'Wil iemand bezoek van een vrijwilliger? Vraag het hier aan.',
	withdraw: 'Trek in',
	withdrawTitle: (pseudonym: string) => `Verzoek van ${pseudonym} intrekken`,
	withdrawHint: 'De mensen die gevraagd zijn krijgen bericht. Waarom trek je het in?',
	why: 'Waarom?',
	reasons: { DETAINEE_WISH: 'Het is de eigen wens', RELEASED: 'Vrijgekomen', TRANSFERRED: 'Naar een andere inrichting' },
	withdrawnNow: 'Opgeslagen. Het verzoek is ingetrokken.',
	keep: 'Laat staan',
	chooseReason: 'Kies eerst waarom.',
	erase: 'Naam wissen',
	nameErased: 'Naam gewist',
	eraseTitle: (pseudonym: string) => `Naam van ${pseudonym} wissen`,
	eraseGone: 'Weg:',
	eraseGoneHint: 'de naam, de afdeling, wat er bij de verzoeken geschreven is en de richting waar iemand om vroeg.',
	eraseUnreadable: 'Niemand kan ze daarna nog lezen.',
	eraseStays: 'Blijft:',
	eraseStaysHint: (pseudonym: string) => `de verzonnen naam ${pseudonym}, wanneer er gevraagd en bezocht is, en de cijfers. Vraagt dezelfde mens later weer, dan krijgt die een nieuwe verzonnen naam.`,
	eraseOutside: 'In de inrichting kan niemand ze daarna nog lezen. Spreekt deze mens buiten met een vrijwilliger af, dan houdt die de voornaam tot dat voorbij is. Of dat zo is, zie je hier niet.',
	eraseTold: 'Organisaties die de naam konden lezen krijgen bericht.',
	eraseForGood: 'Dit kan niemand terugdraaien.',
	eraseNow: 'Wis de naam',
	eraseAndWithdraw: 'Wis de naam en trek in',
	erased: 'De naam is gewist.',
	pointed: 'Het verzoek dat je zocht'
};

/** Of a chaplaincy activity, never of a person. */
const denominations = {
	CATHOLIC: 'Katholiek',
	PROTESTANT: 'Protestants',
	HUMANIST: 'Humanistisch',
	JEWISH: 'Joods',
	MUSLIM: 'Islamitisch',
	BUDDHIST: 'Boeddhistisch',
	HINDU: 'Hindoeïstisch'
};

export const nl = { inbox, matching, rounds, form, keys, own, denominations };
