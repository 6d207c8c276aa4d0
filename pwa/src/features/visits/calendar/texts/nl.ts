export const nl = {
	title: 'Bezoeken in je agenda',
	hint: 'Zet je bezoeken in de agenda van je telefoon of computer. Verandert er iets, dan verandert je agenda mee.',
	noNames: 'Er staat nooit een naam in. Alleen waar en wanneer.',
	make: 'Maak een link',
	open: 'Open in agenda',
	copy: 'Kopieer de link',
	copied: 'De link is gekopieerd',
	notCopied: 'Kopiëren lukte niet. Houd de link ingedrukt en kies kopiëren.',
	link: 'Jouw link',
	secret: 'Deel de link niet. Wie hem heeft, ziet wanneer je op bezoek gaat.',
	fetched: (day: string) => `Je agenda keek voor het laatst: ${day}`,
	revoke: 'Stop de link',
	revokeTitle: 'Stop de link',
	revokeHint: 'Je agenda krijgt dan geen bezoeken meer. Je kunt later een nieuwe link maken.',
	keep: 'Laat zo',
	revoked: 'De link is gestopt'
};
