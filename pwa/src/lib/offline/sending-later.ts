import { asFailure, call, Failure } from '#lib/api';
import { afterEveryVerb } from '#lib/api/sending.svelte.ts';
import { leaveWhenSignedOut } from '#lib/api/signed-out.ts';
import { someoneIsHere } from '#lib/api/someone-here.ts';
import { KeptListsDocument } from '#lib/gql';
import { session, type Viewer } from '#lib/session';
import { answers } from './answers.svelte';
import { tell } from './channel';
import { keepLists, keepViewer, whoIs } from './kept';
import { tidyDrafts } from './drafts.svelte';
import { drop, flush, itemsOf, tidy, type Sent } from './outbox';
import { post } from './post';
import { pause, type Item, type Who } from './rules';
import { followTabs } from './tabs';

/** What the open app does for who is here: sends what waits, as soon as it can, and keeps the lists. */

const PATIENCE_MS = 15_000;
const FRESH_MS = 60_000;
const AGAIN_MS = 5 * 60_000;
const LOOK_MS = 20_000;
const DAY = 24 * 3_600_000;
/** How far back a visit may still have to be logged. */
const PAST_DAYS = 90;

let following: Who | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let freshAt = 0;
let asking: Promise<void> = Promise.resolve();

/** Once the first screen is there, and again when somebody else signs in or who is here is known anew. */
export async function follow(viewer: Viewer): Promise<void> {
	const who = whoIs(viewer);
	if (!session.kept) await keepViewer(viewer);
	if (!following) listen();
	if (following?.membershipId !== who.membershipId) freshAt = 0;
	following = who;
	tell({ here: who.membershipId });
	await tidy();
	await tidyDrafts();
	await look();
	await sendAll();
	await freshen();
}

/** Shows the answers as they are now. */
export async function look(): Promise<void> {
	answers.items = await itemsOf(whoIs(session.viewer)).catch(() => []);
	if (answers.items.length > 0 && !answers.Rows) {
		answers.Rows = await import('./Rows.svelte').then((found) => found.default, () => null);
	}
}

/** Sends everything that waits; what is left is tried again, later each time, while the app is open. */
export async function sendAll(): Promise<Sent> {
	clearTimeout(timer);
	const sent = await flush(whoIs(session.viewer), (item) => post(item, PATIENCE_MS, !someoneIsHere()), failures > 0 || session.kept);
	await look();
	if (sent.settled) {
		tell({ outbox: true });
		changed();
	}
	// another tab: asked anew who is here
	if (sent.other) location.replace('/');
	else if (sent.out) leaveWhenSignedOut(new Failure('signed-out'));
	else if (sent.left) timer = setTimeout(again, pause(failures++));
	else failures = 0;
	return sent;
}

/** What happened to it was seen. */
export async function seen(item: Item): Promise<void> {
	await drop(item.place).catch(() => undefined);
	await look();
	tell({ outbox: true });
}

/** Something was changed at the server that is in the lists: what is kept follows at once. */
export function changed(): void {
	freshAt = 0;
	asking = freshen();
}

/** What was asked anew because something changed has been answered: a session that ends now is no surprise to it. */
export function calm(): Promise<void> {
	return asking;
}

/** Asks the lists anew for who may soon be without a line; all at once, so that nothing of yesterday stays beside them. */
export async function freshen(): Promise<void> {
	// somebody else may be here by now, whose lists are not kept
	if (!session.signedIn || session.role !== 'VOLUNTEER' || Date.now() - freshAt < FRESH_MS) return;
	freshAt = Date.now();
	const who = whoIs(session.viewer);
	const from = new Date(Math.floor(Date.now() / DAY - PAST_DAYS) * DAY).toISOString();
	try {
		await keepLists(who, await call(KeptListsDocument, { from }));
		if (session.kept) await keepViewer(await session.renew());
	} catch (error) {
		freshAt = 0;
		leaveWhenSignedOut(asFailure(error));
	}
}

/** The browser wakes the service worker when there is a line again, also when the app is closed by then. */
export function wakeLater(): void {
	void navigator.serviceWorker?.getRegistration().then((registration) => {
		const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
		return sync?.register('outbox');
	}).catch(() => undefined);
}

/** The service worker or another tab has something that it could not send. */
function whatWaits(): void {
	if (!answers.items.some(({ state }) => state === 'waiting')) return;
	clearTimeout(timer);
	timer = setTimeout(again, pause(failures));
}

function again(): void {
	void sendAll().catch(() => undefined);
}

function listen(): void {
	afterEveryVerb(changed);
	const back = (): void => {
		if (document.visibilityState === 'hidden') {
			if (answers.items.some(({ state }) => state === 'waiting')) wakeLater();
			return;
		}
		again();
		void freshen();
	};
	document.addEventListener('visibilitychange', back);
	window.addEventListener('online', back);
	setInterval(() => {
		const due = session.kept || Date.now() - freshAt > AGAIN_MS;
		if (due && document.visibilityState === 'visible') void freshen();
	}, LOOK_MS);
	followTabs(
		() => (session.signedIn ? session.viewer.current.id : null),
		() => session.signedIn && void look().then(whatWaits)
	);
}
