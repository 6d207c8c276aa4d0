import type { Viewer } from '#lib/session';

const WORKER = '/service-worker.js';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL: (url: string) => string };
}

/**
 * On a device of one's own the app's shell is kept, so that it opens without a line; of a volunteer also what is in the
 * lists and what still has to be sent. On a prison's shared workstation nothing is kept, and what another role left there goes.
 */
export async function settleFor(viewer: Viewer): Promise<void> {
	const { role } = viewer.current;
	await Promise.allSettled([
		role === 'STAFF' ? keepNothing() : keepShell().then(() => keepWoken(role === 'VOLUNTEER' || role === 'COORDINATOR')),
		role === 'VOLUNTEER'
			? import('#lib/offline/sending-later.ts').then(({ follow }) => follow(viewer))
			: import('#lib/offline/forgetting.ts').then(({ forgetLists }) => forgetLists(role === 'STAFF'))
	]);
}

async function keepShell(): Promise<void> {
	await navigator.serviceWorker?.register(trusted(WORKER));
}

/** Who never gave leave is never asked. */
async function keepWoken(mayBe: boolean): Promise<void> {
	if (!('Notification' in window) || Notification.permission !== 'granted') return;
	await import('#features/notices/push/keep-on.ts').then(({ keepOn }) => keepOn(mayBe));
}

async function keepNothing(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const registrations = await navigator.serviceWorker.getRegistrations();
	await Promise.all(registrations.map((registration) => registration.unregister()));
	const names = await caches.keys();
	await Promise.all(names.map((name) => caches.delete(name)));
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Browsers with Trusted Types take the address of a script from a named policy only; this one knows one address. */
function trusted(url: string): string {
	const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
	policy ??= trustedTypes?.createPolicy('vrijplaats-worker', {
		createScriptURL: (asked) => {
			if (asked !== WORKER) throw new TypeError('not our worker');
			return asked;
		}
	});
	return policy?.createScriptURL(url) ?? url;
}
