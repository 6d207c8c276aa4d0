import { self as worker } from '$app/service-worker';
import { AcceptOfferDocument, SubscribePushDocument } from '#lib/gql';
import { keptWho } from '#lib/offline/kept.ts';
import { add, itemsOf } from '#lib/offline/outbox.ts';
import { post } from '#lib/offline/post.ts';
import { settled, verdictOf, type Item, type NewItem } from '#lib/offline/rules.ts';
import { show, whyNot, type News } from './news';
import { PATIENCE_MS, send, wakeLater } from './waiting';

const HEARD_MS = 1_500;

/** Somebody pressed a notification or one of its buttons. */
export async function pressed(notification: Notification, action: string): Promise<void> {
	const news = notification.data as News;
	notification.close();
	const { offer, key } = news;
	if (action !== 'accept' || !offer || !key) return void (await open(news.path));
	const { kept, item } = await accept({ ...news, offer, key });
	// the screen finds the answer in the outbox, and tells how it went; of what could not be kept there it knows no reason
	const here = !kept && item?.state === 'refused';
	if (here) await sayHere(news, item);
	if (!(await open(news.path)) && !here) await sayHere(news, item);
}

interface Accepted {
	/** Whether the outbox has it. */
	kept: boolean;
	/** As it is now; none when it was not theirs to give. */
	item?: Pick<Item, 'state' | 'code' | 'message'>;
}

/** Kept before it is sent, so that a yes from a tunnel arrives; without room for it, sent at once. */
async function accept({ offer, key, who }: News & { offer: string; key: string }): Promise<Accepted> {
	const here = await keptWho();
	// somebody else is here by now: it is not theirs to answer
	if (here && who && here.membershipId !== who.membershipId) return { kept: false };
	const yes = { key, kind: 'accept', subject: offer, documentId: hashOf(AcceptOfferDocument), variables: { input: { offerId: offer } } } as const;
	const item = here && (await add({ ...here, ...yes }).catch(() => null));
	if (!item) return { kept: false, item: await unkept({ ...yes, membershipId: (who ?? here)?.membershipId }) };
	const { left } = await send(item, false);
	if (left) await wakeLater(worker.registration);
	return { kept: true, item: (await itemsOf(item)).find((each) => each.key === key) };
}

/** There was no room for it, or nobody known to keep it for: sent once, and only for who was here when the question came. */
async function unkept(given: Omit<NewItem, 'personId' | 'membershipId'> & { membershipId?: string }): Promise<Accepted['item']> {
	const { status, body } = await post(given, PATIENCE_MS, false);
	const verdict = verdictOf(status, body);
	// what was not heard waits nowhere
	return verdict.is === 'sent' || verdict.is === 'refused' ? settled(given as Item, verdict, Date.now()) : undefined;
}

/** The browser gave this device another address: let the server know it, if somebody is still signed in. */
export async function moved(event: { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null }): Promise<void> {
	const options = event.oldSubscription?.options;
	const now = event.newSubscription ?? (options ? await worker.registration.pushManager.subscribe(options) : null);
	const { endpoint, keys } = now?.toJSON() ?? {};
	if (!endpoint || !keys?.p256dh || !keys.auth) return;
	const variables = { input: { endpoint, p256dh: keys.p256dh, auth: keys.auth } };
	await post({ documentId: hashOf(SubscribePushDocument), variables, key: crypto.randomUUID() }, PATIENCE_MS, true);
}

function hashOf(document: { __meta__?: Record<string, unknown> }): string {
	return document.__meta__?.hash as string;
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

/** How it went, in a notification which leads to the same screen. */
async function sayHere(news: News, item: Accepted['item']): Promise<void> {
	const { tag, lang, path } = news;
	const how = { sent: news.won, refused: item && whyNot(item), waiting: news.waits };
	await show((item && how[item.state]) ?? news.unsent ?? news.said, { tag, lang, silent: true, data: { path } });
}
