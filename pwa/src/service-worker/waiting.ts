import { tell } from '#lib/offline/channel.ts';
import { forget, keptWho } from '#lib/offline/kept.ts';
import { flush, type Sent } from '#lib/offline/outbox.ts';
import { post } from '#lib/offline/post.ts';
import type { Who } from '#lib/offline/rules.ts';

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
	const { left, out } = await send(who, true);
	if (left && !out) throw new Error('no line yet');
}

/** Asks the browser to say when there is a line again. Where it cannot, it goes when the app is opened. */
export async function wakeLater(registration: ServiceWorkerRegistration): Promise<void> {
	const { sync } = registration as { sync?: { register(tag: string): Promise<void> } };
	await sync?.register('outbox').catch(() => undefined);
}
