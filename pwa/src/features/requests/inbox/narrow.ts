import type { ActivityKind, InboxFilter, InboxStanding, InboxWhose, KeptViewFragment } from '#lib/gql';

/** What the inbox is narrowed by; '' narrows nothing. `facility` is the prison's code. */
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
const KIND = /^[A-Z_]{1,30}$/;
const MOST = 60;
const LONGEST = 365;

/** What an address narrows by; what it cannot mean narrows nothing. */
export function narrowOf(search: Pick<URLSearchParams, 'get'>): Narrow {
	const read = (part: Part): string => (search.get(IN_URL[part]) ?? '').slice(0, MOST);
	const kind = read('kind').toUpperCase().replaceAll('-', '_');
	const days = Number(read('days'));
	return {
		facility: read('facility'),
		language: read('language'),
		kind: KIND.test(kind) ? kind : '',
		whose: WHOSE[read('whose')] ?? '',
		standing: STANDING[read('standing')] ?? '',
		days: Number.isInteger(days) && days >= 1 && days <= LONGEST ? String(days) : ''
	};
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
	return {
		search: search.trim() || null,
		facility: narrow.facility || null,
		language: narrow.language || null,
		activityKind: (narrow.kind || null) as ActivityKind | null,
		whose: (narrow.whose || null) as InboxWhose | null,
		standing: (narrow.standing || null) as InboxStanding | null,
		waitingDays: narrow.days ? Number(narrow.days) : null
	};
}

export function narrowOfView(view: KeptViewFragment): Narrow {
	return {
		facility: view.facility ?? '',
		language: view.language ?? '',
		kind: view.activityKind ?? '',
		whose: view.whose ?? '',
		standing: view.standing ?? '',
		days: view.waitingDays ? String(view.waitingDays) : ''
	};
}

export function isNothing(narrow: Narrow): boolean {
	return PARTS.every((part) => narrow[part] === '');
}

export function isSame(one: Narrow, other: Narrow): boolean {
	return PARTS.every((part) => one[part] === other[part]);
}
