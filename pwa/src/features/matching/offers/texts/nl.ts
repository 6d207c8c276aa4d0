export const nl = {
	title: 'Uitnodi\u00ADgingen',
	tab: 'Uitnodigingen',
	waiting: (count: string, one: boolean) => (one ? 'Eén vraag wacht op jouw antwoord.' : `${count} vragen wachten op jouw antwoord.`),
	asks: (place: string) => `Iemand in ${place} vraagt om bezoek`,
	visitIn: (place: string) => `Bezoek in ${place}`,
	activityIn: (activity: string, place: string) => `${activity} in ${place}`,
	look: 'Bekijk de vraag',
	answerBefore: (when: string, left: string) => `Antwoord ${when}, ${left}`,
	until: (when: string) => `Tot ${when}`,
	kilometres: (km: string) => `${km}\u00A0km`,
	empty: 'Niemand wacht op jouw antwoord',
	emptyHint: 'Zodra iemand om bezoek vraagt en het past bij jou, hoor je het.',
	toVisits: 'Bekijk je bezoeken',
	settled: (place: string) => `De vraag uit ${place} is geregeld`,
	settledHint: 'Je hoeft niets te doen. Dank je wel.',
	timeUp: (place: string) => `De tijd voor ${place} is om`,
	timeUpHint: 'Je hoeft niets te doen.'
};
