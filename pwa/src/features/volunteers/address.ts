import type { Choice } from './statuses';

/** What the register is narrowed by; '' narrows nothing. `facility` is an id. What is typed to search is never in an address. */
export interface Narrow {
	status: string;
	facility: string;
	kind: string;
	language: string;
	ending: boolean;
	notJoined: boolean;
}

export const NOTHING: Narrow = { status: '', facility: '', kind: '', language: '', ending: false, notJoined: false };
const STATUS: Record<string, Choice> = { aangemeld: 'APPLICANT', opleiding: 'IN_TRAINING', klaar: 'READY', actief: 'ACTIVE', pauze: 'PAUSED', gestopt: 'LEFT' };
const KIND = /^[A-Z_]{1,30}$/;
const ID = /^[0-9a-f-]{36}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** What an address narrows by; what it cannot mean narrows nothing. */
export function narrowOf(search: Pick<URLSearchParams, 'get'>): Narrow {
	const read = (name: string, allowed: RegExp): string => {
		const found = search.get(name) ?? '';
		return allowed.test(found) ? found : '';
	};
	const kind = (search.get('inzet') ?? '').toUpperCase().replaceAll('-', '_');
	return {
		status: STATUS[search.get('status') ?? ''] ?? '',
		facility: read('inrichting', ID),
		kind: KIND.test(kind) ? kind : '',
		language: read('taal', LANGUAGE),
		ending: search.get('verloopt') === 'ja',
		notJoined: search.get('account') === 'geen'
	};
}

/** The address of the register narrowed like this, with this volunteer's file open. */
export function addressOf(narrow: Narrow, volunteer: string | null = null): string {
	const search = new URLSearchParams();
	const status = Object.entries(STATUS).find(([, code]) => code === narrow.status)?.[0];
	if (status) search.set('status', status);
	if (narrow.facility) search.set('inrichting', narrow.facility);
	if (narrow.kind) search.set('inzet', narrow.kind.toLowerCase().replaceAll('_', '-'));
	if (narrow.language) search.set('taal', narrow.language);
	if (narrow.ending) search.set('verloopt', 'ja');
	if (narrow.notJoined) search.set('account', 'geen');
	if (volunteer) search.set('vrijwilliger', volunteer);
	const query = search.toString();
	return query ? `/vrijwilligers?${query}` : '/vrijwilligers';
}
