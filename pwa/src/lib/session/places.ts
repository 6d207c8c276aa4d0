import type { Role } from '#lib/gql';
import type { IconName } from '#lib/ui/icons.ts';

/** Every place in the menu; its word is in the shell's texts under the same name. */
export type PlaceName =
	| 'offers'
	| 'visits'
	| 'matches'
	| 'me'
	| 'inbox'
	| 'assignment'
	| 'newRequest'
	| 'facilityRequests'
	| 'agenda'
	| 'people'
	| 'volunteers'
	| 'publications'
	| 'readings'
	| 'ssoProviders'
	| 'tenants'
	| 'overview'
	| 'settings';

export interface Place {
	name: PlaceName;
	path: string;
	icon: IconName;
	/** Only in the phone's bar: the rail has the name, language and sign-out at its foot. */
	phoneOnly?: boolean;
	/** Not in the phone's bar, which has room for four: there `/ik` leads to it. */
	railOnly?: boolean;
}

const ME: Place = { name: 'me', path: '/ik', icon: 'person' };
const ME_ON_PHONE: Place = { ...ME, phoneOnly: true };
const PEOPLE: Place = { name: 'people', path: '/mensen', icon: 'group' };
const PUBLICATIONS: Place = { name: 'publications', path: '/publicaties', icon: 'book' };
const READINGS: Place = { name: 'readings', path: '/wie-las-namen', icon: 'eye', railOnly: true };

/** Where each role can go. The first place is its home. */
export const PLACES: Record<Role, readonly Place[]> = {
	VOLUNTEER: [
		{ name: 'offers', path: '/uitnodigingen', icon: 'letter' },
		{ name: 'visits', path: '/bezoeken', icon: 'calendar' },
		{ name: 'matches', path: '/koppelingen', icon: 'people' },
		ME
	],
	COORDINATOR: [
		{ name: 'inbox', path: '/verzoeken', icon: 'inbox' },
		{ name: 'assignment', path: '/verdeel', icon: 'share', railOnly: true },
		{ name: 'matches', path: '/koppelingen', icon: 'people' },
		{ name: 'volunteers', path: '/vrijwilligers', icon: 'register' },
		{ ...PEOPLE, railOnly: true },
		{ name: 'overview', path: '/overzicht', icon: 'chart', railOnly: true },
		{ ...PUBLICATIONS, railOnly: true },
		READINGS,
		{ name: 'settings', path: '/instellingen', icon: 'sliders', railOnly: true },
		ME_ON_PHONE
	],
	STAFF: [
		{ name: 'newRequest', path: '/nieuw-verzoek', icon: 'plus' },
		{ name: 'facilityRequests', path: '/verzoeken', icon: 'inbox' },
		{ name: 'agenda', path: '/agenda', icon: 'calendar' },
		{ ...PEOPLE, railOnly: true },
		READINGS,
		ME_ON_PHONE
	],
	FUNDER: [PUBLICATIONS, ME_ON_PHONE],
	OPERATOR: [
		{ name: 'tenants', path: '/beheer', icon: 'room' },
		PUBLICATIONS,
		READINGS,
		{ name: 'ssoProviders', path: '/inloggen-via', icon: 'pass' },
		ME_ON_PHONE
	]
};

export function homeOf(role: Role): string {
	return PLACES[role][0]?.path ?? '/ik';
}

/** Whether a path belongs to the role. `/ik` is everyone's own. */
export function mayVisit(role: Role, path: string): boolean {
	const within = (place: Place): boolean => path === place.path || path.startsWith(`${place.path}/`);
	return path === '/' || within(ME) || PLACES[role].some(within);
}

/** Pages for somebody who is not signed in, or not yet anybody here. */
const OUTSIDE: readonly string[] = ['/inloggen', '/post', '/welkom', '/herstel', '/herstel/stop', '/brieven', '/tot-ziens'];

export function isOutside(path: string): boolean {
	return OUTSIDE.includes(path);
}
