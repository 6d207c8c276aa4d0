export const nl = {
	title: 'Post van het voorbeeld',
	hint: 'Brieven van dit voorbeeld gaan naar niemand. Hier lees je wat er verstuurd zou zijn.',
	empty: 'Er is nog niets verstuurd. Nodig iemand uit, dan komt de brief hier.',
	to: (name: string, address: string) => (name ? `Aan ${name} (${address})` : `Aan ${address}`),
	toSignIn: 'Naar inloggen'
};
