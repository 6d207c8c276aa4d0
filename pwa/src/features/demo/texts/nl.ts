export const nl = {
	title: 'Post van het voorbeeld',
	hint: 'Brieven van dit voorbeeld gaan naar niemand. Hier lees je wat er verstuurd zou zijn.',
	empty: 'Er is nog geen brief. Nodig bijvoorbeeld iemand uit, of vraag een code om in te loggen.',
	to: (name: string, address: string) => (name ? `Aan ${name} (${address})` : `Aan ${address}`),
	toSignIn: 'Naar inloggen'
};
