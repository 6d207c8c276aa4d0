/** Why there is no passkey: each has a sentence of its own. */
export type TroubleReason = 'cancelled' | 'timeout' | 'no-lock' | 'unsupported' | 'already' | 'refused' | 'not-added' | 'unconfirmed' | 'elsewhere' | 'sign-in-again' | 'too-often' | 'offline' | 'broken';

export class Trouble extends Error {
	constructor(readonly reason: TroubleReason) {
		super(reason);
	}
}

const BY_NAME: Record<string, TroubleReason> = {
	AbortError: 'cancelled',
	InvalidStateError: 'already',
	ConstraintError: 'no-lock',
	NotSupportedError: 'no-lock',
	SecurityError: 'unsupported',
	TimeoutError: 'timeout'
};

/** What a browser's error means. It says NotAllowedError for a cancel and for a wait that took too long alike. */
export function troubleOf(error: unknown, late: boolean): Trouble {
	if (error instanceof Trouble) return error;
	const name = error instanceof DOMException ? error.name : '';
	if (name === 'NotAllowedError') return new Trouble(late ? 'timeout' : 'cancelled');
	return new Trouble(BY_NAME[name] ?? 'broken');
}
