import { reach } from '#lib/api/index.ts';
import type { GraphQLErrorShape } from '#lib/api/failure.ts';
import { make, type MakeOptions } from '#features/accounts/passkeys/device.ts';
import { Trouble } from '#features/accounts/passkeys/trouble.ts';

/** Both halves of a code: the one that was read out, and the other one, typed or in the link of the letter. */
export interface Halves {
	spoken: string;
	second: string;
	link: string;
}

/** Whoever comes back, and what their device needs. */
export interface Asked {
	name: string;
	/** A session without a passkey is enough for everything this person does. */
	withoutPasskey: boolean;
	options: MakeOptions;
}

export type Reason = 'refused' | 'over' | 'often' | 'needed' | 'offline' | 'broken';

export class NotBack extends Error {
	constructor(readonly reason: Reason) {
		super(reason);
	}
}

const OURS = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };
const BY_CODE: Record<string, Reason> = {
	RECOVERY_REFUSED: 'refused',
	NOT_ALLOWED_NOW: 'over',
	TOO_OFTEN: 'often',
	PASSKEY_NEEDED: 'needed'
};

export function ask(halves: Halves): Promise<Asked> {
	return post<Asked>('options', { ...halves });
}

/** Makes a passkey here and signs in with it. Throws a Trouble of the device, or NotBack. */
export async function comeBack(halves: Halves, name: string): Promise<void> {
	// asked anew: the question to a device lasts five minutes, and a name is read at leisure
	const { options } = await ask(halves);
	await post('use', { ...halves, name, credential: await make(options) });
}

/** Signs in without a passkey. Throws NotBack. */
export async function comeBackWithout(halves: Halves): Promise<void> {
	await post('use', { ...halves });
}

/** Stops it from the letter; signs nobody in. Throws NotBack. */
export async function stopByLink(link: string): Promise<void> {
	await post('stop', { link });
}

async function post<Answer>(path: string, content: object): Promise<Answer> {
	const response = await reach(`/recovery/${path}`, { method: 'POST', headers: OURS, body: JSON.stringify(content) }).catch(() => {
		throw new NotBack('offline');
	});
	const answer = (await response.json().catch(() => null)) as (Answer & { errors?: GraphQLErrorShape[] }) | null;
	if (response.ok && answer) return answer;
	const code = String(answer?.errors?.[0]?.extensions?.code);
	if (code === 'PASSKEY_NOT_ADDED') throw new Trouble('not-added');
	throw new NotBack(BY_CODE[code] ?? 'broken');
}
