/** One document to the server, from the page and from the service worker alike. */
export interface Asking {
	documentId: unknown;
	variables: unknown;
	/** Makes it something that is done once, however often it is sent. */
	key?: string;
	/** The membership under which it was given: the server does it for no other. */
	givenAs?: string;
	/** Nobody needs to be there: a session that nobody uses is not kept alive by it. */
	byItself: boolean;
	patience: number;
}

/** The answer as it comes; throws what fetch throws. */
export function ask({ documentId, variables, key, givenAs, byItself, patience }: Asking): Promise<Response> {
	return fetch('/graphql', {
		method: 'POST',
		headers: {
			'Content-Type': 'application/json',
			// A form on another site cannot send this header.
			'X-Vrijplaats': '1',
			...(byItself && { 'X-Vrijplaats-By-Itself': '1' }),
			...(givenAs && { 'X-Vrijplaats-Given-As': givenAs }),
			...(key && { 'Idempotency-Key': key })
		},
		body: JSON.stringify({ documentId, variables }),
		credentials: 'same-origin',
		cache: 'no-store',
		signal: AbortSignal.timeout(patience)
	});
}
