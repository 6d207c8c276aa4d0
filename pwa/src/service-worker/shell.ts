import { assets, immutable } from '$app/manifest';

/** Filled in when the app is built. */
declare const __BUILD__: string;

const NAME = `vrijplaats-shell-${__BUILD__}`;

/** Paths of every file of this version: the build, and what lies beside it. */
export const KEEP: ReadonlySet<string> = new Set([...immutable, ...assets].map(({ path }) => `/${path.replace(/^\//, '')}`));

export function shellOf(): Promise<Cache> {
	return caches.open(NAME);
}

/** Fetches the whole version at once: half a shell is no shell. */
export async function keepShell(): Promise<void> {
	await (await shellOf()).addAll([...KEEP, '/']);
}

export async function dropOldShells(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('vrijplaats-shell-') && name !== NAME).map((name) => caches.delete(name)));
}
