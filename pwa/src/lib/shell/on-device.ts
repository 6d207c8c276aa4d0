import type { Role } from '#lib/gql';

const WORKER = '/service-worker.js';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL: (url: string) => string };
}

/**
 * On a device of one's own the app's shell is kept, so that it opens without a line. On a prison's shared
 * workstation nothing is kept, and what another role left there goes.
 */
export async function keepShellFor(role: Role): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	if (role === 'STAFF') await keepNothing();
	else await navigator.serviceWorker.register(trusted(WORKER));
}

async function keepNothing(): Promise<void> {
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
