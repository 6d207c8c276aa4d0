export const nl = {
	ask: 'Wil jij iemand blijven ontmoeten die vrij is?',
	askNear: (place: string) => `Wil jij iemand in ${place} blijven ontmoeten?`,
	what: (first: string) => `${first} kwam op bezoek en woont verder weg. Jullie gaan één keer samen. Daarna ga jij verder, tot een half jaar na vrijkomen.`,
	how: 'Buiten, ergens waar jullie allebei willen. Nee zeggen mag altijd. Wat er eerder was, lees je niet.',
	yes: 'Ja, dat doe ik',
	no: 'Nu niet',
	saidYes: 'Fijn. Jullie gaan eerst één keer samen.',
	saidNo: 'Dat is goed. Je coördinator vraagt iemand anders.',
	gone: 'Dit hoeft niet meer: het loopt anders. Dank je wel.',
	together: (first: string) => `Je gaat één keer samen met ${first}`,
	next: (when: string) => `${when}.`,
	noNext: (first: string) => `${first} spreekt een moment af. Je coördinator helpt als dat niet lukt.`,
	then: 'Daarna staat de koppeling bij jou, met de voornaam.',
	met: 'We zijn samen geweest'
};
