/** Filled in when the app is built. */
declare const __BUILD__: string;

const NAME = `vrijplaats-shell-${__BUILD__}`;

/** What the server says of the app it has: every file, and of which version. */
interface Shell {
	version: string;
	files: string[];
}

/** What is kept of this path. Opens no cache: a worker that was let go but still has a page would make it anew, and nothing would ever clear it. */
export function ofShell(path: string): Promise<Response | undefined> {
	return caches.match(path, { cacheName: NAME });
}

/**
 * Fetches the whole version at once: half a shell is no shell. Which files that are the server says, so that the worker
 * stays small however many screens there are; when it has a newer app by now, the worker of that one comes by itself.
 */
export async function keepShell(): Promise<void> {
	const { version, files } = (await (await fetch('/shell.json', { cache: 'no-store' })).json()) as Shell;
	if (version !== __BUILD__) throw new Error('not this version');
	await (await caches.open(NAME)).addAll([...files, '/']);
}

export async function dropOldShells(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('vrijplaats-shell-') && name !== NAME).map((name) => caches.delete(name)));
}
