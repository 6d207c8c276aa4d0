import type { TypedDocumentString } from '#lib/gql';
import { Failure, failureOf, failureOfStatus, signedOut, type GraphQLErrorShape } from './failure';
import { ask } from './graphql';
import { someoneIsHere } from './someone-here';

/** Long enough for a slow line inside thick walls, short enough to say something. */
export const TIMEOUT_MS = 15_000;

interface Answer<Result> {
	data?: Result | null;
	errors?: GraphQLErrorShape[];
}

/**
 * Sends one known document to the server and gives its typed data. Throws a Failure otherwise.
 * Where the server wants to see the passkey first, the device is asked for it and the same is sent again.
 */
export async function call<Result, Variables>(
	document: TypedDocumentString<Result, Variables>,
	variables: Variables,
	idempotencyKey?: string
): Promise<Result> {
	let begun = idempotencyKey ? null : (begunBefore(keyOf(document, variables)) as Promise<Result> | null);
	return afterPasskey(() => {
		const first = begun;
		begun = null;
		return first ?? once(document, variables, idempotencyKey);
	});
}

/** A screen that is not there by then gets a fresh answer. */
const BEGUN_MS = 5_000;
const begun = new Map<string, { answer: Promise<unknown>; at: number }>();

/** Asks what a screen is going to ask, while it is still being found out who is here. The screen's own call then gets this answer, once. */
export function begin<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): void {
	const answer = once(document, variables);
	answer.catch(() => undefined);
	begun.set(keyOf(document, variables), { answer, at: Date.now() });
}

function begunBefore(key: string): Promise<unknown> | null {
	const found = begun.get(key);
	begun.delete(key);
	return found && Date.now() - found.at < BEGUN_MS ? found.answer : null;
}

function keyOf<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): string {
	return JSON.stringify([document.__meta__?.hash, variables]);
}

/** Asks, and asks again once the device has shown the passkey, where the server wants to see that first. */
export async function afterPasskey<Result>(ask: () => Promise<Result>): Promise<Result> {
	try {
		return await ask();
	} catch (error) {
		if (!(error instanceof Failure) || error.reason !== 'unconfirmed') throw error;
		await confirmed(error);
		return ask();
	}
}

let confirming: Promise<void> | null = null;

/** Asks for the passkey, once for everything that waits for it. Loaded when needed: most people never are asked. */
async function confirmed(otherwise: Failure): Promise<void> {
	const { confirmWithPasskey } = await import('#features/accounts/passkeys/ceremonies.ts');
	confirming ??= confirmWithPasskey().finally(() => (confirming = null));
	await confirming.catch(() => {
		throw otherwise;
	});
}

async function once<Result, Variables>(
	document: TypedDocumentString<Result, Variables>,
	variables: Variables,
	idempotencyKey?: string
): Promise<Result> {
	const asking = { documentId: document.__meta__?.hash, variables, key: idempotencyKey, byItself: !someoneIsHere(), patience: TIMEOUT_MS };
	const response = await reached(() => ask(asking));
	const text = await response.text();
	const answer = parse<Result>(text);
	if (response.status === 401) throw signedOut(answer?.errors ?? []);
	if (answer?.errors?.length) throw failureOf(answer.errors);
	if (!response.ok || !answer?.data) throw failureOfStatus(response.status, text);
	return answer.data;
}

/** What is fetched at any other address. */
export function reach(path: string, options: RequestInit): Promise<Response> {
	return reached(() => fetch(path, { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS), ...options }));
}

/** Knows the difference between no line and no patience. */
async function reached(asking: () => Promise<Response>): Promise<Response> {
	try {
		return await asking();
	} catch (error) {
		const late = error instanceof DOMException && error.name === 'TimeoutError';
		throw new Failure(late ? 'timeout' : 'offline');
	}
}

function parse<Result>(text: string): Answer<Result> | null {
	try {
		return JSON.parse(text) as Answer<Result>;
	} catch {
		return null;
	}
}
