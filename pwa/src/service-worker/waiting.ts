import { self as worker } from '$app/service-worker';
import { tell } from '#lib/offline/channel.ts';
import { forget, keptViewer, keptWho } from '#lib/offline/kept.ts';
import { flush, itemsOf, type Sent } from '#lib/offline/outbox.ts';
import { post } from '#lib/offline/post.ts';
import type { Item, Who } from '#lib/offline/rules.ts';
import { howItWent } from './news';

/** Shorter than the time a browser gives a worker to open a window after a press. */
export const PATIENCE_MS = 5_000;

/** Sends what waits, of who was here last; an open app hears of it. */
export async function send(who: Who, byItself: boolean): Promise<Sent> {
	const sent = await flush(who, (item) => post(item, PATIENCE_MS, byItself), byItself);
	if (sent.out) await forget();
	tell({ outbox: true });
	return sent;
}

/** The browser says that there is a line again; it says so once more later, when something is left. */
export async function sendWaiting(): Promise<void> {
	const who = await keptWho();
	if (!who) return;
	const yeses = (await itemsOf(who)).filter(({ kind, state }) => kind === 'accept' && state === 'waiting');
	const locale = (await keptViewer())?.locale;
	const { left, out } = await send(who, true);
	await sayHow(who, yeses, locale === 'en' ? 'en' : 'nl');
	if (left && !out) throw new Error('no line yet');
}

/** Who gave a yes waits to hear how it went, with the app closed: said on the lock screen, unless it is on a screen now. */
async function sayHow(who: Who, yeses: readonly Item[], lang: 'nl' | 'en'): Promise<void> {
	const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (windows.some(({ visibilityState }) => visibilityState === 'visible')) return;
	const keys = yeses.map(({ key }) => key);
	for (const item of await itemsOf(who)) {
		// not everybody lets the app show something
		if (keys.includes(item.key) && item.state !== 'waiting') await howItWent(item, lang).catch(() => undefined);
	}
}

/** Asks the browser to say when there is a line again. Where it cannot, it goes when the app is opened. */
export async function wakeLater(registration: ServiceWorkerRegistration): Promise<void> {
	const { sync } = registration as { sync?: { register(tag: string): Promise<void> } };
	await sync?.register('outbox').catch(() => undefined);
}
