import { self as worker } from '$app/service-worker';
import { en } from '#features/notices/push/unread-texts/en.ts';
import { nl } from '#features/notices/push/unread-texts/nl.ts';
import { keptWho } from '#lib/offline/kept.ts';
import type { Item, Who } from '#lib/offline/rules.ts';

/** A first sentence, and what follows it. */
type Said = readonly [title: string, body: string];

const OWN = { nl, en };

/** What a push says, and what the device adds: a key, so that one press is one answer however often it is sent. */
export interface News {
	event: string;
	/** What it is about: later news takes the place of earlier news. */
	tag: string;
	at: number;
	said: Said;
	/** The same with the day by name, for from midnight on. */
	later: Said;
	midnight: number;
	/** The screen for it. */
	path: string;
	lang: string;
	/** Only with an invitation that can be answered here. */
	offer?: string;
	accept?: string;
	look?: string;
	won?: Said;
	unsent?: Said;
	waits?: Said;
	key?: string;
	/** Who was here when it came: an answer to it is theirs. */
	who?: Who | null;
}

/** Why not, in the server's words. Who helps is a name, and stands on no lock screen: the screen that it leads to has it. */
export function whyNot({ code, message }: Pick<Item, 'code' | 'message'>): Said | undefined {
	if (!message) return undefined;
	const end = message.indexOf('. ');
	if (end < 0) return [message.replace(/\.$/, ''), ''];
	return [message.slice(0, end), code === 'NOT_ELIGIBLE' ? '' : message.slice(end + 2)];
}

/** Only says that an earlier question is over: it takes its place without a sound. */
const CLOSING = ['offer.taken', 'offer.withdrawn', 'offer.answered'];

/** Newer than what the types of the browser know. */
interface Options extends NotificationOptions {
	actions?: { action: string; title: string }[];
	renotify?: boolean;
	timestamp?: number;
}

export async function show(said: Said, options: Options): Promise<void> {
	const [title, body] = said;
	await worker.registration.showNotification(title, { body, icon: '/icons/icon-192.png', badge: '/icons/icon-192.png', ...options });
}

/** Always shows something: browsers take the permission back from who wakes a phone for nothing. */
export async function tell(data: PushMessageData | null): Promise<void> {
	const news = read(data);
	if (news === null) return unread();
	const [standing] = await worker.registration.getNotifications({ tag: news.tag });
	const shown = standing?.data as News | undefined;
	const newest = shown && shown.at > news.at ? shown : news;
	const silent = CLOSING.includes(news.event) || (shown !== undefined && newest.event === shown.event);
	await show(Date.now() < newest.midnight ? newest.said : newest.later, {
		tag: newest.tag,
		lang: newest.lang,
		timestamp: newest.at,
		silent,
		renotify: !silent && shown !== undefined,
		actions: actions(newest),
		data: { ...newest, key: shown?.key ?? crypto.randomUUID(), who: await keptWho() }
	});
}

/** What came cannot be read, not even its language: that of the browser is the nearest. */
function unread(): Promise<void> {
	const lang = worker.navigator.language.startsWith('en') ? 'en' : 'nl';
	return show(['Vrijplaats', OWN[lang].news], { tag: 'news', lang, data: { path: '/' } });
}

/** How a yes went that had waited on this phone, where it would otherwise be seen the next time that the app is opened. */
export function howItWent(item: Item, lang: keyof typeof OWN): Promise<void> {
	const said = item.state === 'sent' ? OWN[lang].won : (whyNot(item) ?? OWN[lang].lost);
	return show(said, { tag: item.subject, lang, silent: true, data: { path: `/uitnodigingen/${item.subject}` } });
}

function actions({ accept, look }: News): { action: string; title: string }[] {
	return accept && look ? [{ action: 'accept', title: accept }, { action: 'look', title: look }] : [];
}

function read(data: PushMessageData | null): News | null {
	try {
		const news = data?.json() as News;
		return news.tag && news.said && news.path.startsWith('/') ? news : null;
	} catch {
		return null;
	}
}
