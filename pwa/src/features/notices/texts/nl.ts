export const nl = {
	title: 'Berichten',
	empty: 'Geen berichten. Is er nieuws, dan staat het hier.',
	unread: 'nieuw',
	showAll: (count: number) => `Toon alle ${count}`,
	when: (day: string, time: string) => `${day}, ${time}`
};
