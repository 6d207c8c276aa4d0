import type { Place } from '#lib/session';

/** The value of aria-current for a place: it holds on the screens below it too. */
export function isHere(place: Place, path: string): 'page' | 'true' | undefined {
	if (path === place.path) return 'page';
	return path.startsWith(`${place.path}/`) ? 'true' : undefined;
}
