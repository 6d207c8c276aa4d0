import { number } from '#lib/i18n';

const people = (count: number): string => (count === 1 ? '1 persoon' : `${number(count)} mensen`);

export const nl = {
	title: 'Nodig uit',
	back: 'Vrijwilligers',
	intro: 'Wie je importeerde, heeft nog geen account: die kan niet inloggen en krijgt geen vragen. Wie ja zegt op je uitnodiging, krijgt de gegevens die al klaarstaan.',
	tally: 'Hoe ver het is',
	states: {
		NOT_INVITED: 'Nog niet uitgenodigd',
		WAITING: 'E-mail gaat zo weg',
		INVITED: 'Uitgenodigd',
		EXPIRED: 'Link verlopen',
		REFUSED: 'Adres werkt niet',
		NO_ADDRESS: 'Geen e-mailadres',
		JOINED: 'Heeft een account'
	},
	all: (count: number) => `Nodig ${people(count)} uit`,
	chosen: (count: number) => `Nodig ${number(count)} gekozen ${count === 1 ? 'persoon' : 'mensen'} uit`,
	nobodyNow: 'Er is nu niemand om uit te nodigen.',
	again: 'Wie niet kwam, nodig je opnieuw uit zodra de link is verlopen. Op één dag krijgt niemand twee e-mails.',
	going: (count: number, minutes: number) =>
		`${count === 1 ? 'Nog 1 e-mail gaat' : `Nog ${number(count)} e-mails gaan`} één voor één weg, binnen ${minutes === 1 ? 'een minuut' : `${minutes} minuten`}.`,
	sure: (count: number) => `${people(count)} uitnodigen?`,
	sureHint: (count: number) => (count === 1 ? 'Er gaat 1 e-mail weg, in jouw naam.' : `Er gaan ${number(count)} e-mails weg, in jouw naam. Eén per seconde, zodat mailservers ze aannemen.`),
	lasts: 'De link erin werkt één keer, zeven dagen lang.',
	without: (count: number) => (count === 1 ? '1 persoon heeft geen e-mailadres. Bel die, of zet het adres in je lijst en importeer die opnieuw.' : `${number(count)} mensen hebben geen e-mailadres. Bel ze, of zet de adressen in je lijst en importeer die opnieuw.`),
	send: 'Verstuur',
	cancel: 'Annuleer',
	sent: (count: number) => (count === 1 ? '1 uitnodiging gaat weg' : `${number(count)} uitnodigingen gaan weg`),
	list: 'Wie je importeerde',
	find: 'Zoek op naam of adres',
	filter: 'Hoe het staat',
	everybody: 'Iedereen',
	findNone: 'Niemand past bij wat je zoekt.',
	clear: 'Toon iedereen',
	choose: (name: string) => `Kies ${name}`,
	invitedOn: (day: string) => `Uitgenodigd op ${day}`,
	until: (day: string) => `De link werkt tot en met ${day}`,
	empty: 'Je hebt nog niemand geïmporteerd',
	emptyHint: 'Heb je een lijst? Importeer die. Eén persoon nodig je uit bij Mensen.',
	toImport: 'Importeer een lijst',
	toPeople: 'Naar Mensen',
	link: 'Nodig uit',
	none: 'Nog geen account',
	inviteThem: (count: number) => `${number(count)} nog uitnodigen`,
	onlyNone: 'Alleen wie nog geen account heeft',
	noneHint: 'Kan nog niet inloggen en krijgt geen vragen.'
};
