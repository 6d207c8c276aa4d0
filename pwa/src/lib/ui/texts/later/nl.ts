import { number } from '#lib/i18n';

/** Words of shared parts that no first screen shows. */
export const nl = {
	shownOf: (shown: number, total: number) => `${number(shown)} van ${number(total)}`,
	others: (count: number) => (count === 1 ? 'Toon er nog 1' : `Toon er nog ${number(count)}`),
	fewer: 'Toon minder',
	loadMore: 'Meer laden',
	unconfirmedTitle: 'Laat je passkey zien',
	unconfirmed: 'Hiervoor laat je met je passkey zien dat jij het bent. Dat is nu niet gelukt. Probeer het opnieuw.',
	noPasskeyTitle: 'Maak eerst een passkey',
	noPasskey: 'Hiervoor is een code per e-mail niet genoeg. Maak eerst een passkey, dat doe je bij Ik.',
	toMe: 'Naar Ik',
	longAgo: 'Log eerst opnieuw in. Daarna kan dit tien minuten lang.',
	signInAgain: 'Log opnieuw in',
	sessionOver: 'Je bent niet meer ingelogd. Wat je schreef, staat er nog. Log in een nieuw tabblad in, kom hier terug en verstuur het nog een keer.',
	signInBeside: 'Log in, in een nieuw tabblad',
	tooOften: 'Dat was een paar keer te veel. Probeer het over een uur opnieuw.',
	notSent: 'Nog niet verstuurd. Er is geen verbinding, probeer het straks opnieuw.',
	notSentSlow: 'Nog niet zeker. De verbinding is traag, probeer het opnieuw.',
	brokenShort: (code: string) => `Er ging iets mis bij ons. Je antwoord is bewaard. Code ${code}.`,
	tooLong: (count: number) => (count === 1 ? '1 teken te veel. Maak het korter.' : `${number(count)} tekens te veel. Maak het korter.`),
	less: (step: string) => `${step} minder`,
	more: (step: string) => `${step} meer`
};
