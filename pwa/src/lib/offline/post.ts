import type { Item } from './rules';

/** Sends one answer as it was given: the same key each time, and for nobody but who gave it. No answer has status 0. */
export async function post(item: Item, patience: number, byItself: boolean): Promise<{ status: number; body: unknown }> {
	try {
		const response = await fetch('/graphql', {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'X-Vrijplaats': '1',
				'X-Vrijplaats-Given-As': item.membershipId,
				'Idempotency-Key': item.key,
				...(byItself ? { 'X-Vrijplaats-By-Itself': '1' } : {})
			},
			body: JSON.stringify({ documentId: item.documentId, variables: item.variables }),
			credentials: 'same-origin',
			cache: 'no-store',
			signal: AbortSignal.timeout(patience)
		});
		return { status: response.status, body: await response.json() };
	} catch {
		return { status: 0, body: null };
	}
}

/**
 * Whether it makes sense to try: an answer that goes out may have been heard, and can no longer be taken back. `careful`
 * where there was no line a moment ago; and some devices say that there is none when there is.
 */
export async function isReachable(careful: boolean): Promise<boolean> {
	if (navigator.onLine && !careful) return true;
	return fetch('/_app/version.json', { cache: 'no-store' }).then(({ ok }) => ok, () => false);
}
