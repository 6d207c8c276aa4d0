/** Why a call gave no answer. `reason` decides what the person sees. */
export type FailureReason = 'offline' | 'timeout' | 'signed-out' | 'forbidden' | 'unconfirmed' | 'no-passkey' | 'long-ago' | 'too-often' | 'broken';

/** Why a session is over, as the server says it. */
export type SessionEnd = 'IDLE' | 'TIME_UP' | 'ENDED';

/** The reason a text names, when it is one: it may come from the address of the page. */
export function sessionEndOf(text: unknown): SessionEnd | null {
	return text === 'IDLE' || text === 'TIME_UP' || text === 'ENDED' ? text : null;
}

/** Shown when the server could not even say which code belongs to the surprise. */
export const UNKNOWN_CODE = 'VP-0000';

const CODE = /VP-[0-9A-Z]{3,}/;

export class Failure extends Error {
	constructor(
		readonly reason: FailureReason,
		/** The short code of a masked error, for the person to read out on the phone. */
		readonly code: string = UNKNOWN_CODE,
		/** Of a session that is over: why it is. */
		readonly why: SessionEnd | null = null
	) {
		super(`${reason} ${code}`);
	}

	/** Nothing came of it that holds: what this phone keeps may be shown. */
	get dark(): boolean {
		return this.unheard || this.reason === 'broken';
	}

	/** True when nobody can know whether the server heard us: try again with the same key. */
	get unheard(): boolean {
		return this.reason === 'offline' || this.reason === 'timeout';
	}
}

export interface GraphQLErrorShape {
	message: string;
	extensions?: Record<string, unknown>;
}

/** Turns the errors of a GraphQL answer into one failure. */
export function failureOf(errors: readonly GraphQLErrorShape[]): Failure {
	const codes = errors.map((error) => error.extensions?.code);
	if (codes.includes('UNAUTHENTICATED')) return signedOut(errors);
	if (codes.includes('FORBIDDEN')) return new Failure('forbidden');
	if (codes.includes('PASSKEY_NEEDED')) return new Failure('no-passkey');
	if (codes.includes('STEP_UP_NEEDED')) return new Failure('unconfirmed');
	if (codes.includes('SIGN_IN_AGAIN')) return new Failure('long-ago');
	if (codes.includes('TOO_OFTEN')) return new Failure('too-often');
	return new Failure('broken', CODE.exec(JSON.stringify(errors))?.[0]);
}

export function signedOut(errors: readonly GraphQLErrorShape[]): Failure {
	const why = errors.map((error) => sessionEndOf(error.extensions?.why)).find((end) => end !== null);
	return new Failure('signed-out', UNKNOWN_CODE, why ?? null);
}

/** The failure that belongs to an HTTP status without a usable GraphQL answer. */
export function failureOfStatus(status: number, body: string): Failure {
	if (status === 401) return new Failure('signed-out');
	if (status === 403) return new Failure('forbidden');
	return new Failure('broken', CODE.exec(body)?.[0]);
}

export function asFailure(error: unknown): Failure {
	return error instanceof Failure ? error : new Failure('broken');
}
