import { assets, immutable } from '$app/manifest';

/** Filled in when the app is built. */
declare const __BUILD__: string;

const NAME = `vrijplaats-shell-${__BUILD__}`;

/** Paths of every file of this version: the build, and what lies beside it. */
export const KEEP: ReadonlySet<string> = new Set([...immutable, ...assets].map(({ path }) => `/${path.replace(/^\//, '')}`));

/** What is kept of this path. Opens no cache: a worker that was let go but still has a page would make it anew, and nothing would ever clear it. */
export function ofShell(path: string): Promise<Response | undefined> {
	return caches.match(path, { cacheName: NAME });
}

/** Fetches the whole version at once: half a shell is no shell. */
export async function keepShell(): Promise<void> {
	await (await caches.open(NAME)).addAll([...KEEP, '/']);
}

export async function dropOldShells(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('vrijplaats-shell-') && name !== NAME).map((name) => caches.delete(name)));
}
