import { reach } from '#lib/api/index.ts';
import { signedOut, type GraphQLErrorShape } from '#lib/api/failure.ts';
import { make, show, type MakeOptions, type ShowOptions } from './device';
import { Trouble, type TroubleReason } from './trouble';

const OURS = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };
const BY_CODE: Record<string, TroubleReason> = {
	PASSKEY_REFUSED: 'refused',
	PASSKEY_NOT_ADDED: 'not-added',
	STEP_UP_NEEDED: 'unconfirmed',
	NOT_ALLOWED_NOW: 'elsewhere',
	SIGN_IN_AGAIN: 'sign-in-again',
	TOO_OFTEN: 'too-often'
};

/** A passkey on this device for who is signed in, under this name. Throws a Trouble, or a Failure when signed out. */
export async function addPasskey(name: string): Promise<void> {
	const credential = await make(await makeOptions());
	await post('registration', { credential, name });
}

/** Shows once more, in this session, that it is the same person. Throws a Trouble, or a Failure when signed out. */
export async function confirmWithPasskey(): Promise<void> {
	const credential = await show(await post<ShowOptions>('confirm/options', {}));
	await post('confirm', { credential });
}

/** Who has a passkey already shows it before adding another. */
async function makeOptions(): Promise<MakeOptions> {
	try {
		return await post<MakeOptions>('registration/options', {});
	} catch (error) {
		if (!(error instanceof Trouble) || error.reason !== 'unconfirmed') throw error;
		await confirmWithPasskey();
		return post<MakeOptions>('registration/options', {});
	}
}

/** Signs in with a passkey of this device's; with a signal only when somebody picks one in the field. */
export async function signInWithPasskey(inField?: AbortSignal): Promise<void> {
	const credential = await show(await post<ShowOptions>('sign-in/options', {}), inField);
	await post('sign-in', { credential });
}

async function post<Answer>(path: string, content: object): Promise<Answer> {
	const response = await sent(path, content);
	const answer: unknown = await response.json().catch(() => null);
	if (response.status === 401) throw signedOut(errorsOf(answer));
	if (!response.ok) throw new Trouble(BY_CODE[String(errorsOf(answer)[0]?.extensions?.code)] ?? 'broken');
	return answer as Answer;
}

async function sent(path: string, content: object): Promise<Response> {
	try {
		return await reach(`/passkeys/${path}`, { method: 'POST', headers: OURS, body: JSON.stringify(content) });
	} catch {
		throw new Trouble('offline');
	}
}

function errorsOf(answer: unknown): GraphQLErrorShape[] {
	return (answer as { errors?: GraphQLErrorShape[] } | null)?.errors ?? [];
}
