import { goto } from '$app/navigation';
import { reach } from '#lib/api';
import { answers } from '#lib/offline/answers.svelte.ts';
import { failureOfStatus } from '#lib/api/failure.ts';
import { leaveOnPurpose } from '#lib/api/signed-out.ts';
import { session } from '#lib/session';
import { forgetCounts } from '#lib/shell/counts.svelte.ts';
import type { Role } from '#lib/gql';

/** An invented person one may be in the demo. */
export interface Persona {
	key: string;
	name: string;
	role: Role;
	organisation?: string | null;
	facility?: string | null;
}

const AS_ONE_OF_US = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };

export async function demoPersonas(): Promise<Persona[]> {
	const response = await reach('/demo/personas', { headers: { Accept: 'application/json' } });
	if (response.status === 404) return []; // not the demo
	if (!response.ok) throw new Error(`personas ${response.status}`);
	const answer = (await response.json()) as Persona[] | { personas: Persona[] };
	return Array.isArray(answer) ? answer : answer.personas;
}

/** Becomes this person and goes on to where they wanted to be. */
export async function signInAs(key: string, path: string): Promise<void> {
	const response = await reach('/demo/sign-in', {
		method: 'POST',
		headers: AS_ONE_OF_US,
		body: JSON.stringify({ persona: key })
	});
	if (!response.ok) throw new Error(`sign-in ${response.status}`);
	await arrive(path);
}

/** Somebody has just signed in: nothing of who was here before stays. */
export async function arrive(path: string): Promise<void> {
	session.forget();
	forgetCounts();
	answers.items = [];
	await goto(path, { invalidateAll: true });
}

/** What takes everything of who is here from this device. Fetched before the session is over: afterwards nothing may stay
 * because there was no line to fetch it. */
export async function clearing(): Promise<() => Promise<void>> {
	const [{ letGo }, { leaveNothing }] = await Promise.all([
		import('#features/notices/push/device.ts'),
		import('#lib/offline/leaving.ts')
	]);
	return async () => void (await Promise.all([letGo(), leaveNothing()]));
}

/** Ends this session, here and at the server; throws a Failure when the server did not, and somebody is still signed in. */
export async function endHere(): Promise<void> {
	const clear = await clearing();
	leaveOnPurpose();
	try {
		const response = await reach('/sign-out', { method: 'POST', headers: AS_ONE_OF_US });
		if (!response.ok) throw failureOfStatus(response.status, await response.text());
	} catch (error) {
		leaveOnPurpose(false);
		throw error;
	}
	await clear();
}

/** What somebody did has ended the session: the server no longer knows whose it was, and is told that this device has
 * cleared what was theirs by itself. What somebody else still has to send stays. */
export async function letCookieGo(): Promise<void> {
	const headers = { ...AS_ONE_OF_US, 'X-Vrijplaats-Cleared': '1' };
	// without a line there stays a cookie that opens nothing
	await reach('/sign-out', { method: 'POST', headers }).catch(() => undefined);
}

export async function signOut(): Promise<void> {
	await endHere();
	// loaded anew, so that nothing of this person stays in the page
	location.assign('/inloggen');
}
