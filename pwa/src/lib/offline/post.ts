import { ask } from '#lib/api/graphql.ts';
import type { Item } from './rules';

type Given = Pick<Item, 'documentId' | 'variables' | 'key'> & Partial<Pick<Item, 'membershipId'>>;

/** Sends one answer as it was given: the same key each time, and for nobody but who gave it. No answer has status 0. */
export async function post(given: Given, patience: number, byItself: boolean): Promise<{ status: number; body: unknown }> {
	try {
		const response = await ask({ ...given, givenAs: given.membershipId, byItself, patience });
		return { status: response.status, body: await response.json() };
	} catch {
		return { status: 0, body: null };
	}
}

/** Whoever asks holds the outbox: a line on which nothing comes back is no line. */
const LINE_MS = 4_000;

/**
 * Whether it makes sense to try: an answer that goes out may have been heard, and can no longer be taken back. `careful`
 * where there was no line a moment ago; and some devices say that there is none when there is.
 */
export async function isReachable(careful: boolean): Promise<boolean> {
	if (navigator.onLine && !careful) return true;
	return fetch('/_app/version.json', { cache: 'no-store', signal: AbortSignal.timeout(LINE_MS) }).then(({ ok }) => ok, () => false);
}
