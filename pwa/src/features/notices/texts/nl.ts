export const nl = {
	title: 'Berichten',
	empty: 'Geen berichten. Is er nieuws, dan staat het hier.',
	unread: 'nieuw',
	from: (sender: string | null) => (sender ? `Bericht van ${sender}` : 'Bericht van je coördinator'),
	showAll: (count: number) => `Toon alle ${count}`,
	when: (day: string, time: string) => `${day}, ${time}`
};
