import { Failure, reach } from '#lib/api/index.ts';
import { signedOut, type GraphQLErrorShape } from '#lib/api/failure.ts';

/** Why a code does not go on: each has a sentence of its own. */
export type CodeTroubleReason = 'refused' | 'short' | 'email' | 'taken' | 'too-often' | 'unconfirmed' | 'sign-in-again' | 'offline' | 'broken';

export class CodeTrouble extends Error {
	constructor(
		readonly reason: CodeTroubleReason,
		/** Of too often: until it may be tried again. */
		readonly minutes = 1
	) {
		super(reason);
	}
}

const OURS = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };
const BY_CODE: Record<string, CodeTroubleReason> = {
	CODE_REFUSED: 'refused',
	INVALID_INPUT: 'email',
	TOO_OFTEN: 'too-often',
	STEP_UP_NEEDED: 'unconfirmed',
	SIGN_IN_AGAIN: 'sign-in-again'
};

/** Has a code sent to this address; gives what belongs with its digits. Throws a CodeTrouble. */
export async function askForCode(email: string): Promise<string> {
	return (await post<{ code: string }>('/codes/options', { email })).code;
}

/** Signs in; gives whether the person still has to say as who. Throws a CodeTrouble. */
export async function signInWithCode(code: string, digits: string): Promise<boolean> {
	return (await post<{ choose: boolean }>('/codes/sign-in', { code, digits })).choose;
}

/** Has a code sent to a new address of who is signed in. Throws a CodeTrouble, or a Failure when signed out. */
export async function askToMove(email: string): Promise<string> {
	const ask = (): Promise<{ code: string }> => post('/my-email/options', { email });
	try {
		return (await ask()).code;
	} catch (error) {
		if (!(error instanceof CodeTrouble) || error.reason !== 'unconfirmed') throw error;
		const { confirmWithPasskey } = await import('#features/accounts/passkeys/ceremonies.ts');
		await confirmWithPasskey().catch(() => {
			throw error;
		});
		return (await ask()).code;
	}
}

/** Takes the new address into use. Throws a CodeTrouble, or a Failure when signed out. */
export async function move(code: string, digits: string): Promise<void> {
	try {
		await post('/my-email', { code, digits });
	} catch (error) {
		throw error instanceof CodeTrouble && error.reason === 'email' ? new CodeTrouble('taken') : error;
	}
}

/** What to say of whatever went wrong; null for a session that is over, which has a screen of its own. */
export function troubleOf(error: unknown): CodeTrouble | null {
	if (error instanceof CodeTrouble) return error;
	return error instanceof Failure && error.reason === 'signed-out' ? null : new CodeTrouble('broken');
}

/** The digits in whatever was typed or pasted: those of the code when there are more. */
export function digitsIn(text: string): string {
	const code = /(?:^|\D)(\d{4})[\s-]?(\d{4})(?!\d)/.exec(text);
	return code ? `${code[1]}${code[2]}` : text.replace(/\D/g, '').slice(0, 8);
}

async function post<Answer>(path: string, content: object): Promise<Answer> {
	const response = await reach(path, { method: 'POST', headers: OURS, body: JSON.stringify(content) }).catch(() => {
		throw new CodeTrouble('offline');
	});
	const answer: unknown = await response.json().catch(() => null);
	if (response.ok) return answer as Answer;
	const errors = (answer as { errors?: GraphQLErrorShape[] } | null)?.errors ?? [];
	if (response.status === 401) throw signedOut(errors);
	const seconds = Number(response.headers.get('retry-after') ?? 60);
	throw new CodeTrouble(BY_CODE[String(errors[0]?.extensions?.code)] ?? 'broken', Math.max(1, Math.ceil(seconds / 60)));
}
