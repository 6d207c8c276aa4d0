import type { ActivityKind, InboxFilter, InboxStanding, InboxWhose, KeptViewFragment } from '#lib/gql';

/**
 * What the inbox is narrowed by; '' narrows nothing. `facility` is the prison's code; `days` is "14": longer than so many,
 * or "15-30": from so many up to and including so many.
 */
export interface Narrow {
	facility: string;
	language: string;
	kind: string;
	whose: string;
	standing: string;
	days: string;
}
export type Part = keyof Narrow;

export const PARTS: readonly Part[] = ['facility', 'language', 'kind', 'whose', 'standing', 'days'];
/** Those that stand behind "Meer filters". */
export const MORE: readonly Part[] = ['kind', 'whose', 'standing', 'days'];
export const NOTHING: Narrow = { facility: '', language: '', kind: '', whose: '', standing: '', days: '' };

/** Their names in the address: a link shows the same to a colleague. What is typed to search is never in an address. */
const IN_URL: Record<Part, string> = { facility: 'inrichting', language: 'taal', kind: 'soort', whose: 'van', standing: 'staat', days: 'wacht' };
const WHOSE: Record<string, InboxWhose> = { mij: 'MINE', ons: 'OURS', iedereen: 'EVERYONE' };
const STANDING: Record<string, InboxStanding> = { 'niet-gevraagd': 'NOT_ASKED', gevraagd: 'ASKED', 'niemand-kon': 'NOBODY_COULD', voorgesteld: 'PROPOSED' };
const BETWEEN = /^(\d{1,3})-(\d{1,3})$/;
const KIND = /^[A-Z_]{1,30}$/;
const MOST = 60;
const LONGEST = 365;

/** What an address narrows by; what it cannot mean narrows nothing. */
export function narrowOf(search: Pick<URLSearchParams, 'get'>): Narrow {
	const read = (part: Part): string => (search.get(IN_URL[part]) ?? '').slice(0, MOST);
	const kind = read('kind').toUpperCase().replaceAll('-', '_');
	return {
		facility: read('facility'),
		language: read('language'),
		kind: KIND.test(kind) ? kind : '',
		whose: WHOSE[read('whose')] ?? '',
		standing: STANDING[read('standing')] ?? '',
		days: daysIn(read('days'))
	};
}

/** Days as they can be meant; '' for what nobody could mean. */
function daysIn(text: string): string {
	const between = betweenOf(text);
	if (between) return between.to >= 1 && between.to <= LONGEST && between.from <= between.to && between.from !== 1 ? `${between.from}-${between.to}` : '';
	const days = Number(text);
	return Number.isInteger(days) && days >= 1 && days <= LONGEST ? String(days) : '';
}

/** "15-30" as two numbers; null for "14". */
export function betweenOf(days: string): { from: number; to: number } | null {
	const [, from, to] = BETWEEN.exec(days) ?? [];
	return from !== undefined && to !== undefined ? { from: Number(from), to: Number(to) } : null;
}

/** The days of the server: waiting longer than so many, and at most so many. */
export function daysOf(longerThan: number | null, atMost: number | null): string {
	if (atMost !== null) return `${longerThan === null ? 0 : longerThan + 1}-${atMost}`;
	return longerThan === null ? '' : String(longerThan);
}

/** The address of the inbox narrowed like this, with this request open. */
export function addressOf(narrow: Narrow, request: string | null = null): string {
	const search = new URLSearchParams();
	for (const part of PARTS) if (narrow[part]) search.set(IN_URL[part], inUrl(part, narrow[part]));
	if (request) search.set('verzoek', request);
	const query = search.toString();
	return query ? `/verzoeken?${query}` : '/verzoeken';
}

function inUrl(part: Part, value: string): string {
	if (part === 'kind') return value.toLowerCase().replaceAll('_', '-');
	const words = part === 'whose' ? WHOSE : part === 'standing' ? STANDING : {};
	return Object.entries(words).find(([, code]) => code === value)?.[0] ?? value;
}

/** As the server takes it. */
export function filterOf(narrow: Narrow, search = ''): InboxFilter {
	const between = betweenOf(narrow.days);
	return {
		search: search.trim() || null,
		facility: narrow.facility || null,
		language: narrow.language || null,
		activityKind: (narrow.kind || null) as ActivityKind | null,
		whose: (narrow.whose || null) as InboxWhose | null,
		standing: (narrow.standing || null) as InboxStanding | null,
		waitingDays: between ? (between.from > 0 ? between.from - 1 : null) : narrow.days ? Number(narrow.days) : null,
		waitingAtMost: between?.to ?? null
	};
}

export function narrowOfView(view: KeptViewFragment): Narrow {
	return {
		facility: view.facility ?? '',
		language: view.language ?? '',
		kind: view.activityKind ?? '',
		whose: view.whose ?? '',
		standing: view.standing ?? '',
		days: daysOf(view.waitingDays ?? null, view.waitingAtMost ?? null)
	};
}

export function isNothing(narrow: Narrow): boolean {
	return PARTS.every((part) => narrow[part] === '');
}

export function isSame(one: Narrow, other: Narrow): boolean {
	return PARTS.every((part) => one[part] === other[part]);
}
