import type { TypedDocumentString } from '#lib/gql';

/** Shorter than the time a browser gives a worker to open a window after a press. */
const PATIENCE_MS = 5_000;

export interface Answered<Result> {
	data?: Result | null;
	status: number;
}

/** Asks the server as the app does, with the cookie of whoever is signed in; no answer at all has status 0. What the browser
 * does `byItself` is no sign of anybody being there. */
export async function send<Result, Variables>(
	document: TypedDocumentString<Result, Variables>,
	variables: Variables,
	key: string,
	byItself = false
): Promise<Answered<Result>> {
	try {
		const response = await fetch('/graphql', {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'X-Vrijplaats': '1',
				'Idempotency-Key': key,
				...(byItself && { 'X-Vrijplaats-By-Itself': '1' })
			},
			body: JSON.stringify({ documentId: document.__meta__?.hash, variables }),
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		const said = (await response.json()) as { data?: Result | null; errors?: unknown };
		return { data: said.errors ? null : said.data, status: response.status };
	} catch {
		return { status: 0 };
	}
}
