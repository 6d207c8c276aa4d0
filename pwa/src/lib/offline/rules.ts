/** What holds for answers that wait on a phone. Pure: the page and the service worker both go by it. */

const DAY = 24 * 3_600_000;
/** The server knows for seven days what it answered to a key; after that, sending again could do it twice. */
const SENT_WITHIN_MS = 6 * DAY;
/** Of somebody who does not come back, nothing stays for ever. */
const FORGOTTEN_MS = 30 * DAY;
/** How long one can read that something arrived. */
const TOLD_MS = DAY;
/** How old lists and half-filled forms may be. */
const KEPT_MS = 7 * DAY;
/** So often, and so long, something that breaks at the server is tried before it is shown as refused. */
const FAULTS = 6;
const FAULTY_MS = DAY / 24;

/** Whose: a person, in one of the things that person is. */
export interface Who {
	personId: string;
	membershipId: string;
}

export type Kind = 'accept' | 'decline' | 'log';

/** One answer as it waits; no name in it. */
export interface Item extends Who {
	/** Its turn; given by the database. */
	place: number;
	/** The Idempotency-Key, made when the person answered. */
	key: string;
	kind: Kind;
	/** The offer or the visit it is about. */
	subject: string;
	documentId: string;
	variables: unknown;
	/** For the line on screen: where, or when. */
	city?: string;
	startsAt?: string;
	madeAt: number;
	/** How often it went out: from the first time on, nobody knows whether it was heard. */
	tries: number;
	faults: number;
	state: 'waiting' | 'sent' | 'refused';
	settledAt?: number;
	code?: string;
	message?: string;
	/** Of a yes that won: where to go on. */
	matchId?: string;
}

export type NewItem = Pick<Item, 'key' | 'kind' | 'subject' | 'documentId' | 'variables' | 'city' | 'startsAt' | keyof Who>;

/** What an attempt came to. */
export type Verdict =
	/** No line, or nothing at the other end: everything waits. */
	| { is: 'unheard' }
	/** It broke at the server: later again. */
	| { is: 'fault'; code: string }
	/** Nobody is signed in, or somebody else: it stays, and goes under nobody else. */
	| { is: 'stranger'; out: boolean }
	| { is: 'sent'; data: unknown; code?: string; matchId?: string }
	| { is: 'refused'; code: string; message: string; data?: unknown };

interface Said {
	data?: Record<string, Outcome | null> | null;
	errors?: { message: string; extensions?: { code?: string; correlation?: string } }[];
}

interface Outcome {
	__typename: string;
	code?: string;
	message?: string;
	match?: { id: string };
}

/** Reads an answer. What is not in the shape of ours comes from something in between, and was not heard. */
export function verdictOf(status: number, body: unknown): Verdict {
	const { data, errors } = (body ?? {}) as Said;
	if (Array.isArray(errors) && errors[0]) return ofError(status, errors[0]);
	const outcome = status === 200 && data ? Object.values(data)[0] : null;
	if (!outcome?.__typename) return { is: 'unheard' };
	if (!('message' in outcome)) return { is: 'sent', data, matchId: outcome.match?.id };
	const { code = '', message = '' } = outcome;
	// the very same was there already: what was wanted holds
	return code === 'ALREADY_LOGGED' ? { is: 'sent', data, code } : { is: 'refused', code, message, data };
}

function ofError(status: number, { message, extensions = {} }: NonNullable<Said['errors']>[number]): Verdict {
	const { code = '', correlation } = extensions;
	if (code === 'UNAUTHENTICATED') return { is: 'stranger', out: true };
	if (code === 'FOR_ANOTHER') return { is: 'stranger', out: false };
	// 503: the server is there and its database is not
	if (code === 'INTERNAL' && status !== 503) return { is: 'fault', code: correlation ?? '' };
	return status >= 500 || status === 429 ? { is: 'unheard' } : { is: 'refused', code, message };
}

/** The item after an attempt. */
export function settled(item: Item, verdict: Verdict, now: number): Item {
	if (verdict.is === 'sent') return { ...item, state: 'sent', settledAt: now, code: verdict.code, matchId: verdict.matchId };
	if (verdict.is === 'refused') return { ...item, state: 'refused', settledAt: now, code: verdict.code, message: verdict.message };
	if (verdict.is !== 'fault') return item;
	const faults = item.faults + 1;
	const goesOn = faults < FAULTS || now - item.madeAt < FAULTY_MS;
	return goesOn ? { ...item, faults } : { ...item, faults, state: 'refused', settledAt: now, code: verdict.code };
}

/** Not to be sent blindly any more: shown as refused, and the person looks again. */
export function outOfTime(item: Item, now: number): boolean {
	return item.state === 'waiting' && now - item.madeAt > SENT_WITHIN_MS;
}

/** A log that was refused stands nowhere else: it stays until it is mended or taken away, also when it was told at once. */
export function untilMended({ kind, state }: Pick<Item, 'kind' | 'state'>): boolean {
	return kind === 'log' && state === 'refused';
}

/** Nothing to show or to send any more. */
export function isOver(item: Item, now: number): boolean {
	if (item.state === 'sent') return now - (item.settledAt ?? 0) > TOLD_MS;
	return now - item.madeAt > FORGOTTEN_MS;
}

/** Lists and forms that may still be shown; not what was kept while the clock of the phone ran far ahead. */
export function isFresh(at: number, now: number): boolean {
	return Math.abs(now - at) < KEPT_MS;
}

export function isOf(item: Who, who: Who): boolean {
	return item.personId === who.personId && item.membershipId === who.membershipId;
}

/** Whether this answer waits already, so that a second press is not a second answer. */
export function isSame(item: Item, wanted: NewItem): boolean {
	const asWanted = item.kind === wanted.kind && JSON.stringify(item.variables) === JSON.stringify(wanted.variables);
	return item.state === 'waiting' && isOf(item, wanted) && item.subject === wanted.subject && asWanted;
}

/** Whether a new answer takes the place of this one: not once it may have been heard, then it stays first. */
export function isReplaced(item: Item, wanted: NewItem): boolean {
	return isOf(item, wanted) && item.subject === wanted.subject && (item.state !== 'waiting' || item.tries === 0);
}

const SOON_MS = 2_000;
const LATER_MS = 30_000;

/** How long until the next attempt, while the app is open. */
export function pause(failures: number): number {
	return Math.min(SOON_MS * 2 ** failures, LATER_MS);
}
