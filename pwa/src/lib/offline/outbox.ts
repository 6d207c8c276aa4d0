import { asked, keeping, within } from './database';
import { isReachable } from './post';
import { isOf, isOver, isReplaced, isSame, outOfTime, settled, verdictOf, type Item, type NewItem, type Verdict, type Who } from './rules';

/** How the answers on this phone are kept and sent; the page and the service worker do it in the same way. */

const LOCK = 'vrijplaats.outbox';
/** Longer than a call takes: who holds the lock for longer was put to sleep by the phone. */
const LOCK_MS = 20_000;

/** What an attempt at everything that waits came to. */
export interface Sent {
	/** Key -> what the server said, for who is looking. In memory only: it may hold a first name. */
	said: Map<string, unknown>;
	/** Something was settled. */
	settled: boolean;
	/** Something still waits for a line. */
	left: boolean;
	/** Nobody is signed in any more. */
	out: boolean;
	/** Somebody else is. */
	other: boolean;
}

export type Post = (item: Item) => Promise<{ status: number; body: unknown }>;

/** Keeps an answer before it is sent; the one that waits already when it is the same. */
export function add(wanted: NewItem): Promise<Item> {
	return keeping('outbox', async (store) => {
		const all: Item[] = await asked(store.getAll());
		const same = all.find((item) => isSame(item, wanted));
		if (same) return same;
		for (const item of all) if (isReplaced(item, wanted)) store.delete(item.place);
		const item = { ...wanted, madeAt: Date.now(), tries: 0, faults: 0, state: 'waiting' as const };
		return { ...item, place: (await asked(store.add(item))) as number };
	});
}

/** How many answers of this person wait, whatever they are here as. */
export async function waitingOf(personId: string): Promise<number> {
	return (await all()).filter((item) => item.personId === personId && item.state === 'waiting').length;
}

/** Whether an answer waits on this device, of whomever: who signs in does not know yet that it was kept. */
export async function somethingWaits(): Promise<boolean> {
	return (await all()).some(({ state }) => state === 'waiting');
}

/** The answers of this person in this membership, oldest first. */
export async function itemsOf(who: Who): Promise<Item[]> {
	return (await all()).filter((item) => isOf(item, who));
}

async function all(): Promise<Item[]> {
	return (await within('outbox', 'readonly', (store) => asked<Item[]>(store.getAll()))) ?? [];
}

export function drop(place: number): Promise<unknown> {
	return within('outbox', 'readwrite', (store) => asked(store.delete(place)));
}

/** Throws away what is over, and turns back what waited too long to be sent. Of whomever: nobody else may do it. */
export async function tidy(now = Date.now()): Promise<void> {
	await within('outbox', 'readwrite', async (store) => {
		for (const item of (await asked(store.getAll())) as Item[]) {
			if (isOver(item, now)) store.delete(item.place);
			else if (outOfTime(item, now)) store.put(settled(item, { is: 'refused', code: 'TOO_OLD', message: '' }, now));
		}
	});
}

/**
 * Sends what waits, one at a time and in order, never from two places at once. `careful`: there was no line just now.
 * Who waited too long takes the lock; who lost it so takes nothing back, and looks later what is left.
 */
export async function flush(who: Who, post: Post, careful: boolean): Promise<Sent> {
	let held = false;
	const work = (): Promise<Sent> => {
		held = true;
		return inOrder(who, post, careful);
	};
	if (!navigator.locks) return work();
	const signal = AbortSignal.timeout(LOCK_MS);
	try {
		return await navigator.locks.request(LOCK, { signal }, work).catch((error: unknown) => {
			// the time to wait goes on when the waiting is over
			if (held || !signal.aborted) throw error;
			return navigator.locks.request(LOCK, { steal: true }, work);
		});
	} catch (error) {
		if ((error as DOMException).name !== 'AbortError') throw error;
		return { ...nothing(), left: true };
	}
}

function nothing(): Sent {
	return { said: new Map(), settled: false, left: false, out: false, other: false };
}

async function inOrder(who: Who, post: Post, careful: boolean): Promise<Sent> {
	const sent = nothing();
	/** What is about the same thing keeps its order. */
	const held = new Set<string>();
	const waiting = (await itemsOf(who)).filter(({ state }) => state === 'waiting');
	if (waiting.length > 0 && !(await isReachable(careful))) return { ...sent, left: true };
	for (const { place, subject } of waiting) {
		const item = held.has(subject) ? null : await begun(place);
		if (!item) continue;
		const { status, body } = await post(item);
		const verdict = verdictOf(status, body);
		await settle(item, verdict);
		if (verdict.is === 'unheard' || verdict.is === 'stranger') {
			const stranger = verdict.is === 'stranger';
			return { ...sent, left: true, out: stranger && verdict.out, other: stranger && !verdict.out };
		}
		if (verdict.is === 'fault') held.add(subject);
		else sent.settled = true;
		if ('data' in verdict && verdict.data) sent.said.set(item.key, verdict.data);
	}
	return { ...sent, left: held.size > 0 };
}

/** Notes that it goes out, before it does: from here on nothing takes its place. Null when there is nothing to send. */
async function begun(place: number): Promise<Item | null> {
	const begins = await within('outbox', 'readwrite', async (store) => {
		const item = (await asked(store.get(place))) as Item | undefined;
		if (!item || item.state !== 'waiting' || outOfTime(item, Date.now())) return null;
		const next = { ...item, tries: item.tries + 1 };
		store.put(next);
		return next;
	});
	return begins ?? null;
}

async function settle(item: Item, verdict: Verdict): Promise<void> {
	await within('outbox', 'readwrite', async (store) => {
		// not when it was deleted meanwhile: who signed out left nothing behind
		if (await asked(store.get(item.place))) store.put(settled(item, verdict, Date.now()));
	});
}
