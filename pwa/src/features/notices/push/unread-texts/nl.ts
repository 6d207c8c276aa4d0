/** The little that the service worker says by itself. */
export interface Own {
	news: string;
	/** Of a yes that had waited. */
	won: [title: string, body: string];
	lost: [title: string, body: string];
}

export const nl: Own = {
	news: 'Er is nieuws. Tik om te kijken.',
	won: ['Het is gelukt', 'Tik om een moment te kiezen.'],
	lost: ['Je ja is niet aangekomen', 'Tik om te kijken.']
};
