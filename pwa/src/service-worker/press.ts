import { self as worker } from '$app/service-worker';
import { AcceptOfferDocument, SubscribePushDocument, type AcceptOfferMutation } from '#lib/gql';
import { keptWho } from '#lib/offline/kept.ts';
import { add } from '#lib/offline/outbox.ts';
import { post } from '#lib/offline/post.ts';
import { show, type News } from './news';
import { PATIENCE_MS, send, wakeLater } from './waiting';

type Answer = AcceptOfferMutation['acceptOffer'];

const HEARD_MS = 1_500;

/** Somebody pressed a notification or one of its buttons. */
export async function pressed(notification: Notification, action: string): Promise<void> {
	const news = notification.data as News;
	notification.close();
	const { offer, key } = news;
	if (action !== 'accept' || !offer || !key) return void (await open(news.path));
	const accepted = await accept({ ...news, offer, key });
	// the screen finds the answer in the outbox, and tells how it went
	if (!(await open(news.path))) await sayHere(news, accepted);
}

interface Accepted {
	/** None yet. */
	answer?: Answer;
	/** It goes by itself. */
	waits?: boolean;
}

/** Kept before it is sent, so that a yes from a tunnel arrives; without room for it, sent at once. */
async function accept({ offer, key, who }: News & { offer: string; key: string }): Promise<Accepted> {
	const variables = { input: { offerId: offer } };
	const documentId = hashOf(AcceptOfferDocument);
	const here = await keptWho();
	// somebody else is here by now: it is not theirs to answer
	if (here && who && here.membershipId !== who.membershipId) return {};
	const item = here && (await add({ ...here, key, kind: 'accept', subject: offer, documentId, variables }).catch(() => null));
	if (!item) return { answer: await unkept({ documentId, variables, key, membershipId: (who ?? here)?.membershipId }) };
	const { said, left } = await send(item, false);
	if (left) await wakeLater(worker.registration);
	return { answer: (said.get(item.key) as AcceptOfferMutation | undefined)?.acceptOffer, waits: left };
}

/** There was no room for it, or nobody known to keep it for: sent once, and only for who was here when the question came. */
async function unkept(given: Parameters<typeof post>[0]): Promise<Answer | undefined> {
	const { body } = await post(given, PATIENCE_MS, false);
	return (body as { data?: AcceptOfferMutation | null } | null)?.data?.acceptOffer;
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

/** No window: how it went is said in a notification, which leads to the same screen. */
async function sayHere(news: News, { answer, waits }: Accepted): Promise<void> {
	const { tag, lang, path } = news;
	const won = answer?.__typename === 'AcceptOfferSuccess';
	const refused = answer && 'message' in answer ? answer.message : null;
	const said = won ? news.won : refused !== null ? parts(refused) : waits ? news.waits : news.unsent;
	await show(said ?? news.said, { tag, lang, silent: true, data: { path } });
}

function parts(message: string): [string, string] {
	const end = message.indexOf('. ');
	return end < 0 ? [message, ''] : [message.slice(0, end), message.slice(end + 2)];
}
