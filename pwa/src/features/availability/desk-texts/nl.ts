export const nl = {
	title: (count: number) =>
		count === 1 ? '1 koppeling waarvan de vrijwilliger pauze heeft' : `${count} koppelingen waarvan de vrijwilliger pauze heeft`,
	hint: 'Er komt nu geen bezoek bij, of minder. Kijk of iemand het kan overnemen.',
	until: (day: string) => `pauze tot en met ${day}`,
	open: 'pauze, nog geen laatste dag',
	visits: (pseudonym: string, place: string) => `bezoekt ${pseudonym} in ${place}`,
	short: (day: string) => `Pauze t/m ${day}`,
	shortOpen: 'Pauze'
};
