export const nl = {
	callMe: 'Bel mij',
	again: 'Bel mij: geen verbinding, probeer opnieuw',
	hint: 'Je coördinator belt je. Waarover het gaat, hoef je hier niet te zeggen.',
	today: 'Bel mij vandaag nog',
	thisWeek: 'Bel mij deze week',
	asked: { TODAY: 'Je vroeg om een telefoontje, vandaag nog.', THIS_WEEK: 'Je vroeg om een telefoontje, deze week.' },
	told: 'Je coördinator heeft bericht gekregen.',
	taken: (name: string) => `${name} heeft het gezien en belt je.`,
	sooner: 'Toch liever vandaag',
	withdraw: 'Bellen hoeft niet meer',
	noPhone: 'Je nummer staat er nog niet in.',
	fillInPhone: 'Vul je nummer in',
	close: 'Sluiten',
	waiting: 'Wie vraagt of je belt',
	ask: {
		TODAY: (name: string) => `${name} vraagt of je belt, vandaag nog`,
		THIS_WEEK: (name: string) => `${name} vraagt of je belt, deze week`
	},
	noNumber: 'Geen nummer ingevuld',
	take: 'Ik bel',
	takenByMe: 'Jij belt',
	takenBy: (name: string) => `${name} belt`,
	called: 'Gebeld',
	calledWith: (name: string) => `Gebeld met ${name}`,
	undo: 'Maak ongedaan'
};
