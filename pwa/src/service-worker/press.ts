import { self as worker } from '$app/service-worker';
import { AcceptOfferDocument, SubscribePushDocument } from '#lib/gql';
import type { HandedOver } from '#features/notices/push/handed-over.ts';
import { send } from './answers';
import { show, type News } from './news';

/** Kept in mind only until the app asks, never written down: an answer may hold a first name. */
const handed = new Map<string, HandedOver>();
const HEARD_MS = 1_500;

/** Somebody pressed a notification or one of its buttons. */
export async function pressed(notification: Notification, action: string): Promise<void> {
	const news = notification.data as News;
	notification.close();
	if (action !== 'accept' || !news.offer || !news.key) return void (await open(news.path));
	const { data, status, late } = await send(AcceptOfferDocument, { input: { offerId: news.offer } }, news.key);
	const answer = data?.acceptOffer;
	// whoever is not signed in any more learns that from the screen itself
	if (answer) handed.set(news.offer, { answer });
	else if (status !== 401) handed.set(news.offer, { failure: late ? 'timeout' : status === 0 ? 'offline' : 'broken' });
	// another address each time, so that the screen asks again although it may be open already
	if (!(await open(`${news.path}?melding=${Date.now().toString(36)}`))) await sayHere(news, answer);
}

/** The app asks, once, how it went. */
export function handOver(offer: string): HandedOver | null {
	const found = handed.get(offer) ?? null;
	handed.delete(offer);
	return found;
}

/** The browser gave this device another address: let the server know it, if somebody is still signed in. */
export async function moved(event: { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null }): Promise<void> {
	const options = event.oldSubscription?.options;
	const now = event.newSubscription ?? (options ? await worker.registration.pushManager.subscribe(options) : null);
	const { endpoint, keys } = now?.toJSON() ?? {};
	if (!endpoint || !keys?.p256dh || !keys.auth) return;
	await send(SubscribePushDocument, { input: { endpoint, p256dh: keys.p256dh, auth: keys.auth } }, crypto.randomUUID(), true);
}

/** Brings the app in front on this screen; false when the browser does not allow that now. */
async function open(path: string): Promise<boolean> {
	const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const window = windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0];
	if (window) {
		await window.focus().catch(() => undefined);
		if (await heard(window, path)) return true;
	}
	return worker.clients.openWindow(path).then(
		() => true,
		() => false
	);
}

/** Whether the app in this window went there: one that is frozen or of long ago does not listen. */
function heard(window: Client, path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => resolve(true);
		setTimeout(() => resolve(false), HEARD_MS);
		window.postMessage({ open: path }, [port2]);
	});
}

/** No window: how it went is said in a notification, which leads to the same screen. */
async function sayHere(news: News, answer: HandedOver['answer']): Promise<void> {
	const { tag, lang, path } = news;
	const won = answer?.__typename === 'AcceptOfferSuccess';
	const refused = answer && 'message' in answer ? answer.message : null;
	const said = won ? news.won : refused !== null ? parts(refused) : news.unsent;
	await show(said ?? news.said, { tag, lang, silent: true, data: { path } });
}

function parts(message: string): [string, string] {
	const end = message.indexOf('. ');
	return end < 0 ? [message, ''] : [message.slice(0, end), message.slice(end + 2)];
}
