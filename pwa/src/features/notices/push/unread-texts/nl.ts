/** The little that the service worker says by itself. */
export const nl = {
	news: 'Er is nieuws. Tik om te kijken.'
};
