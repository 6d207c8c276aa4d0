import type { KeptListsQuery, ViewerQuery } from '#lib/gql';
import { asked, keeping, remove, within } from './database';
import { isFresh, type Item, type Who } from './rules';

/** Who was here last and what their lists said, for when there is no line. Volunteers only, on their own device. */

export type Lists = KeptListsQuery;
type Viewer = NonNullable<ViewerQuery['viewer']>;

interface Kept<Data> {
	who: Who;
	at: number;
	data: Data;
}

export interface Recalled<Data> {
	data: Data;
	/** From when it is. */
	at: number;
}

export function whoIs(viewer: Viewer): Who {
	return { personId: viewer.id, membershipId: viewer.current.id };
}

function isSame(one: Who | undefined, other: Who): boolean {
	return one?.personId === other.personId && one.membershipId === other.membershipId;
}

/** From here on the device keeps this person's lists; what there was of somebody else goes. */
export async function keepViewer(viewer: Viewer): Promise<void> {
	const who = whoIs(viewer);
	const before = await within('kept', 'readonly', lastHere);
	if (before && !isSame(before.who, who)) await forget();
	// what the shell shows: not the other things one is
	const data: Viewer = { ...viewer, memberships: [] };
	await keeping('kept', (store) => void store.put({ who, at: Date.now(), data }, 'viewer'));
}

export async function keptViewer(): Promise<Viewer | null> {
	return (await recalled<Viewer>('viewer'))?.data ?? null;
}

/** Who was here last, however long ago, to whom an answer from a notification belongs: the server does it for no other. */
export async function keptWho(): Promise<Who | null> {
	const kept = await within('kept', 'readonly', lastHere).catch(() => undefined);
	return kept?.who ?? null;
}

function lastHere(store: IDBObjectStore): Promise<Kept<Viewer> | undefined> {
	return asked(store.get('viewer'));
}

/**
 * In place of all that was kept: nothing of a match that has ended stays. Who is here, is so still. Not when somebody
 * signed out meanwhile.
 */
export async function keepLists(who: Who, lists: Lists): Promise<void> {
	await within('kept', 'readwrite', async (store) => {
		const here = await lastHere(store);
		if (!here || !isSame(here.who, who)) return;
		const at = Date.now();
		store.put({ ...here, at }, 'viewer');
		store.put({ who, at, data: worthKeeping(lists) }, 'lists');
	});
}

/** Nothing that is over: it asks nothing, and of a match that has ended no name may stay. */
export function worthKeeping({ myOffers, myMatches, myVisits }: Lists): Lists {
	return {
		myOffers: myOffers.filter(({ state }) => state === 'LIVE'),
		myMatches: myMatches.filter(({ state }) => state !== 'ENDED'),
		myVisits: myVisits.filter(({ state }) => state === 'PROPOSED' || state === 'CONFIRMED')
	};
}

export function keptLists(): Promise<Recalled<Lists> | null> {
	return recalled<Lists>('lists');
}

async function recalled<Data>(name: string): Promise<Recalled<Data> | null> {
	const kept: Kept<Data> | undefined = await within('kept', 'readonly', (store) => asked(store.get(name)));
	return kept && isFresh(kept.at, Date.now()) ? kept : null;
}

/** The session is over, or somebody else is here: no list, no name and no half-filled form stays. Answers that wait do. */
export async function forget(): Promise<void> {
	await within('kept', 'readwrite', (store) => void store.clear());
	await within('drafts', 'readwrite', (store) => void store.clear());
}

/** Somebody signs out: nothing of theirs stays. Only what somebody else still has to send does. */
export async function forgetAllOf(personId: string): Promise<void> {
	await forget();
	if ((await forgetItems((item) => item.personId === personId)) === 0) await remove();
}

/** On a workstation that others use; an answer that waits there is not thrown away unheard. */
export async function forgetEverything(): Promise<void> {
	await forget();
	if ((await forgetItems(({ state }) => state !== 'waiting')) === 0) await remove();
}

/** Gives how many are left. */
async function forgetItems(which: (item: Item) => boolean): Promise<number> {
	const left = await within('outbox', 'readwrite', async (store) => {
		const all: Item[] = await asked(store.getAll());
		const going = all.filter(which);
		for (const { place } of going) store.delete(place);
		return all.length - going.length;
	});
	return left ?? 0;
}
