export const nl = {
	title: 'Meldingen op dit apparaat',
	hint: {
		VOLUNTEER: 'Je hoort het meteen als iemand om bezoek vraagt. Er staat nooit een naam in.',
		COORDINATOR: 'Je hoort het meteen als er iets nieuws is. Er staat nooit een naam in.'
	},
	turnOn: 'Zet meldingen aan',
	turnOff: 'Zet meldingen uit',
	isOn: 'Meldingen staan aan.',
	isOff: 'Meldingen staan uit.',
	hasStopped: 'Er komen hier geen meldingen meer aan. Zet ze weer aan.',
	turnOnAgain: 'Zet meldingen weer aan',
	turnedOn: 'Meldingen staan aan',
	turnedOff: 'Meldingen staan uit',
	elsewhere: (count: number) => (count === 1 ? 'Je krijgt ze ook op één ander apparaat.' : `Je krijgt ze ook op ${count} andere apparaten.`),
	notAllowed: 'Je gaf geen toestemming. Er is niets veranderd.',
	noAnswer: 'Je browser gaf geen antwoord. Probeer het straks nog een keer.',
	blocked: 'Je browser houdt meldingen van Vrijplaats tegen.',
	blockedHint: 'Tik op het teken naast het adres, kies Meldingen en dan Toestaan. Staat Vrijplaats op je beginscherm? Dan vind je het bij de instellingen van je telefoon. Kom daarna hier terug.',
	install: 'Op een iPhone of iPad kan het als Vrijplaats op je beginscherm staat.',
	installHint: 'Tik in Safari op Deel en kies Zet op beginscherm. Open Vrijplaats daarna vanaf je beginscherm.',
	unsupported: 'Deze browser kan geen meldingen geven.',
	inTheApp: 'Je ziet alles hier in de app.',
	instead: 'Je krijgt brieven per e-mail, en je ziet alles hier in de app.',
	quiet: 'Wanneer',
	always: 'Altijd',
	notAtNight: 'Niet in de stille uren',
	quietFrom: 'Stil vanaf',
	quietUntil: 'Stil tot',
	quietSame: 'Kies twee verschillende uren.',
	hour: (hour: number) => `${hour}.00 uur`,
	about: 'Waarover',
	byMail: 'Per e-mail',
	letters: 'Brieven per e-mail als ik niets open',
	letterTo: {
		VOLUNTEER: (address: string) => `Naar ${address}, als je zes uur niet hebt gekeken. Staan nergens meldingen aan? Dan komt de brief meteen als iemand om bezoek vraagt.`,
		COORDINATOR: (address: string) => `Naar ${address}, als je zes uur niet hebt gekeken. Wat kan wachten komt in één brief per dag.`
	},
	noLetterTo: 'Je hebt nog geen bevestigd e-mailadres. Daarom krijg je geen brieven. Je bevestigt het hieronder, bij Naam, telefoon en e-mail.',
	kinds: {
		INVITATIONS: 'Iemand vraagt om bezoek',
		VISITS: 'Nieuws over een bezoek',
		REMINDERS: 'Een bezoek nog vastleggen',
		REQUESTS: 'Nieuwe verzoeken',
		ANSWERS: 'Antwoorden van vrijwilligers',
		CALLS: 'Vragen om te bellen',
		MESSAGES: 'Berichten van coördinatoren'
	}
};
