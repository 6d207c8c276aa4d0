export const nl = {
	title: (count: number) =>
		count === 1 ? '1 koppeling waarvan de vrijwilliger pauze heeft' : `${count} koppelingen waarvan de vrijwilliger pauze heeft`,
	hint: 'Hier komt nu minder of geen bezoek. Kijk of iemand anders kan gaan.',
	until: (day: string) => `Pauze tot en met ${day}`,
	open: 'Pauze, nog geen laatste dag',
	visits: (people: string) => `bezoekt ${people}`,
	who: (pseudonym: string, place: string) => `${pseudonym} in ${place}`,
	short: (day: string) => `Pauze t/m ${day}`,
	shortOpen: 'Pauze'
};
