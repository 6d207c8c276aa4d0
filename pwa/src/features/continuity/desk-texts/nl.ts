export const nl = {
	title: (count: number) => (count === 1 ? '1 koppeling om even te bekijken' : `${count} koppelingen om even te bekijken`),
	hint: 'Er is iets veranderd. Kies hoe het bezoek verder gaat.',
	visits: (volunteer: string, pseudonym: string) => `${volunteer} bezoekt ${pseudonym}`,
	toFacility: (name: string, day: string) => `Gaat op ${day} naar ${name}.`,
	atFacility: (name: string, day: string) => `Sinds ${day} in ${name}.`,
	freeOn: (day: string, place: string | null) => (place ? `Komt vrij op ${day} en gaat wonen in ${place}.` : `Komt vrij op ${day}.`),
	freeSince: (day: string, place: string | null) => (place ? `Vrij sinds ${day}, woont in ${place}.` : `Vrij sinds ${day}.`),
	stopped: 'De vrijwilliger stopt. Rond de koppeling af; vraag de inrichting om een nieuw verzoek als iemand bezoek wil houden.',
	far: (volunteer: string, place: string | null, kilometres: number) => `${volunteer} woont ${place ? `in ${place}, ` : ''}op ${kilometres} km van daar.`,
	admission: { GRANTED: 'Daar al toegelaten.', REQUESTED: 'Toelating daar is gevraagd.' },
	noAdmission: 'Daar nog niet toegelaten.',
	wishes: { CONTINUE: 'Wil graag doorgaan.', STOP: 'Wil liever stoppen.' },
	wishUnsaid: 'Zei nog niet of doorgaan kan.',
	notActive: 'Jullie zijn daar niet actief. Rond de koppeling af, of overleg eerst.',
	from: (day: string) => `Kiezen kan vanaf ${day}.`,
	handedOver: 'Overgedragen. Er wordt iemand in de buurt gezocht.',
	together: 'Daarna gaan ze één keer samen.',
	toRequest: 'Nodig iemand uit',
	choose: 'Kies',
	chooseFor: (volunteer: string, pseudonym: string) => `${volunteer} en ${pseudonym}`,
	how: 'Hoe gaat het verder?',
	choices: {
		KEEP: 'Dezelfde vrijwilliger gaat daar op bezoek',
		HAND_OVER: 'Iemand in de buurt neemt het over',
		TAPER: 'Buiten verder, tot een half jaar na vrijkomen'
	},
	end: 'Rond af',
	then: {
		KEEP: 'De koppeling loopt door. Bezoek kan zodra de toelating daar er is.',
		KEEP_ASKS: 'De koppeling loopt door. We zetten de toelating daar meteen op gevraagd. Bezoek kan zodra die er is.',
		HAND_OVER: 'Het verzoek staat weer bij Verzoeken, met de wachttijd van toen. Zegt iemand ja, dan eindigt deze koppeling. De nieuwe vrijwilliger ziet niets van wat de vorige opschreef.',
		TAPER: (day: string) => `Ze ontmoeten elkaar buiten. Op ${day} eindigt de koppeling vanzelf. Vier weken ervoor krijgen jullie bericht.`
	},
	meetOnce: 'Samen kennismaken: de oude en de nieuwe vrijwilliger gaan één keer samen',
	save: 'Zo doen we het',
	back: 'Terug',
	chooseFirst: 'Kies eerst hoe het verder gaat.',
	done: {
		KEEP: 'Opgeslagen. De vrijwilliger krijgt bericht.',
		HAND_OVER: 'Opgeslagen. Het verzoek staat bij Verzoeken.',
		TAPER: 'Opgeslagen. De vrijwilliger krijgt bericht.'
	}
};
