import { reach } from '#lib/api/index.ts';
import { Failure, signedOut, type GraphQLErrorShape } from '#lib/api/failure.ts';
import { confirmWithPasskey } from '#features/accounts/passkeys/ceremonies.ts';

/** Somewhere people have an account to sign in with. */
export interface OpenProvider {
	id: string;
	name: string;
}

export interface OpenProviders {
	providers: OpenProvider[];
	/** The one somebody came in by on this device. */
	last: string | null;
}

/** How a journey to a provider ended, as the server says it in the address of the screen. */
export const OUTCOMES = ['AGAIN', 'BUSY', 'STOPPED', 'PROVIDER', 'ENDED', 'NOT_LINKED', 'NO_MEMBERSHIP', 'LINKED_ELSEWHERE', 'LINKED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The outcome a text names, when it is one: anybody can write an address. */
export function outcomeOf(text: string | null): Outcome | null {
	return OUTCOMES.find((one) => one === text) ?? null;
}

/** Only the domain of an address leaves the screen. */
export function domainOf(typed: string): string | null {
	return /^[^@\s]*@([^@\s]+\.[^@\s]+)$/.exec(typed.trim())?.[1]?.toLowerCase() ?? null;
}

/** Those with every typed word in their name, whatever the accents. */
export function named<Named extends { name: string }>(all: readonly Named[], typed: string): Named[] {
	const words = plain(typed).split(/\s+/).filter(Boolean);
	return all.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}

export async function openProviders(domain?: string): Promise<OpenProviders> {
	const asked = domain ? `/sso/providers?${new URLSearchParams({ domain })}` : '/sso/providers';
	const response = await reach(asked, { headers: { Accept: 'application/json' } });
	if (!response.ok) throw new Error(`providers ${response.status}`);
	return (await response.json()) as OpenProviders;
}

/** Where a link to sign in leads; the server sends the browser on. */
export function startPath(provider: string, to: string): string {
	return `/sso/${provider}/start?${new URLSearchParams({ to })}`;
}

/** An account cannot be linked now; the server says why, and what to do first. */
export class NotLinkedNow extends Error {}

/** Where to go to link one's account. Who has a passkey shows it first. Throws a Trouble of the device, NotLinkedNow, or
 * a Failure. */
export async function linkAddress(provider: string): Promise<string> {
	let answer = await askToLink(provider);
	if (answer.code === 'STEP_UP_NEEDED') {
		await confirmWithPasskey();
		answer = await askToLink(provider);
	}
	if (answer.address) return answer.address;
	throw answer.said ? new NotLinkedNow(answer.said) : new Failure('broken');
}

async function askToLink(provider: string): Promise<{ address?: string; code?: unknown; said?: string }> {
	const response = await reach(`/sso/${provider}/link`, {
		method: 'POST',
		headers: { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' },
		body: '{}'
	});
	const answer = (await response.json().catch(() => ({}))) as { address?: string; errors?: GraphQLErrorShape[] };
	if (response.status === 401) throw signedOut(answer.errors ?? []);
	const error = response.status < 500 ? answer.errors?.[0] : undefined;
	return { address: answer.address, code: error?.extensions?.code, said: error?.message };
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
