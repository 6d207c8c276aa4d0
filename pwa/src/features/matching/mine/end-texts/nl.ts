export const nl = {
	lookFor: 'Zoek iemand anders',
	opens: 'Je coördinator krijgt het verzoek terug. De wachttijd van toen telt mee.',
	shuts: 'Het verzoek sluit. Wie later weer bezoek wil, wacht dan opnieuw.',
	waits: 'Je coördinator zoekt al iemand anders.',
	closes: 'Het verzoek sluit ook.'
};
