/**
 * Keeps the shell of the app on the device, so that it opens without a line; and shows what it is woken for.
 * People's data never comes here: /graphql and everything that is not a GET of our own files passes by.
 */
import { self as worker } from '$app/service-worker';
import { tell } from './news';
import { moved, pressed } from './press';
import { sendWaiting } from './waiting';
import { dropOldShells, keepShell, ofShell } from './shell';

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));

worker.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => worker.clients.claim())));

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET') return;
	const url = new URL(request.url);
	if (url.origin !== worker.location.origin) return;
	// to a provider and back: the server sends the browser on, and there is no page of ours to show instead
	if (url.pathname.startsWith('/sso/')) return;
	if (request.mode === 'navigate') event.respondWith(navigation(request));
	// a script, a style, a letter type, a picture; what the app asks for itself has no destination
	else if (request.destination) event.respondWith(kept(request, url.pathname));
});

worker.addEventListener('push', (event) => event.waitUntil(tell(event.data)));

worker.addEventListener('notificationclick', (event) => event.waitUntil(pressed(event.notification, event.action)));

worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(moved(event as object as Parameters<typeof moved>[0])));

// there is a line again
worker.addEventListener('sync', (event) => (event as ExtendableEvent).waitUntil(sendWaiting()));

const PATIENCE_MS = 4_000;

function after(ms: number): Promise<null> {
	return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

/** Files of this version, from the device. */
async function kept(request: Request, path: string): Promise<Response> {
	return (await ofShell(path)) ?? fetch(request);
}

/** A page of ours is always the same shell: fresh from the server, or the kept one without a line. */
async function navigation(request: Request): Promise<Response> {
	try {
		const fresh = await Promise.race([fetch(request), after(PATIENCE_MS)]);
		// something in between says that there is nobody at the other end
		return (fresh === null || fresh.status >= 500 ? await ofShell('/') : fresh) ?? fresh ?? fetch(request);
	} catch {
		return (await ofShell('/')) ?? Response.error();
	}
}
