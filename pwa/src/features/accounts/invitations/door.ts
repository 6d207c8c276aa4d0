import { reach } from '#lib/api/index.ts';
import type { Role } from '#lib/gql';
import { make, type MakeOptions } from '#features/accounts/passkeys/device.ts';

/** What the holder of a link may know. */
export interface Invited {
	role: Role;
	contactPerson: boolean;
	tenant: string | null;
	inviter: string | null;
	displayName: string;
	/** Whose mailbox the link was sent to; null when it was shown on a screen. */
	email: string | null;
	locale: 'nl' | 'en';
	/** The organisation has a telephone number of whoever was asked; an empty field keeps it. */
	numberKnown: boolean;
	/** Whoever was asked has an account. */
	known: boolean;
	/** Whoever is signed in here is this already. */
	already: boolean;
	signedInAs: string | null;
}

/** over: the link does not work (any more). words: what to mend, said by the server. */
export class Closed extends Error {
	constructor(
		readonly reason: 'over' | 'sign-in' | 'words' | 'offline' | 'broken',
		readonly words: string = ''
	) {
		super(reason);
	}
}

export interface Myself {
	displayName: string;
	phone: string;
	locale: string;
}

export const openInvitation = (token: string): Promise<Invited> => post('open', { token });

/** Somebody who is signed in becomes one thing more; gives the membership. */
export const acceptAsOneself = (token: string): Promise<{ membership: string }> => post('accept', { token });

/** Somebody new, without a passkey on this device. */
export const acceptLater = (token: string, myself: Myself): Promise<object> => post('accept', { token, ...myself });

/** Somebody new, with a passkey this device makes now. Throws a Trouble when the device does not, else Closed. */
export async function acceptWithPasskey(token: string, myself: Myself, passkeyName: string): Promise<object> {
	const options = await post<MakeOptions>('passkey', { token, displayName: myself.displayName });
	return post('accept', { token, ...myself, passkeyName, credential: await make(options) });
}

async function post<Answer>(path: string, content: object): Promise<Answer> {
	const headers = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };
	let response: Response;
	try {
		response = await reach(`/invitations/${path}`, { method: 'POST', headers, body: JSON.stringify(content) });
	} catch {
		throw new Closed('offline');
	}
	const answer = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null;
	if (response.ok) return answer as Answer;
	if (response.status === 410) throw new Closed('over');
	if (response.status === 409) throw new Closed('sign-in');
	const words = answer?.errors?.[0]?.message;
	throw words && response.status < 500 ? new Closed('words', words) : new Closed('broken');
}
