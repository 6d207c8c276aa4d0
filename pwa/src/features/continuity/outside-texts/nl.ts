export const nl = {
	title: 'Spreek buiten af',
	other: 'Kies een ander moment',
	with: (name: string) => `Met ${name}, ergens waar jullie allebei willen`,
	alone: 'Jij kiest, niemand hoeft te bevestigen. Geen inrichting ziet het, en waar jullie elkaar zien vragen we niet.',
	day: 'Welke dag?',
	until: (day: string) => `Tot en met ${day}, een half jaar na vrijkomen.`,
	time: 'Hoe laat?',
	duration: 'Hoe lang ongeveer?',
	minutes: 'min',
	step: 'een kwartier',
	plan: 'Zet het in je agenda',
	move: 'Verzet de afspraak',
	missing: 'Kies eerst een dag en een tijd.',
	planned: 'Jullie afspraak staat',
	plannedHint: (when: string) => `${when}. Na afloop vragen we alleen of het doorging.`,
	toVisits: 'Naar bezoeken'
};
