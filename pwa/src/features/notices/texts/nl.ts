export const nl = {
	title: 'Berichten',
	empty: 'Geen berichten. Is er nieuws, dan staat het hier.',
	unread: 'nieuw',
	when: (day: string, time: string) => `${day}, ${time}`
};
