import type { RequestHappening } from '#lib/gql';
import type { nl } from './texts/nl';
import type { SameKeys } from '#lib/i18n';

/** How a proposal ends with which the request stays. */
const NOT_TAKEN: readonly RequestHappening[] = ['HAND_OVER_DECLINED', 'HAND_OVER_WITHDRAWN', 'HAND_OVER_EXPIRED'];

interface Happened {
	what: RequestHappening;
	at: string;
	count?: number | null;
	by?: string | null;
}

/** "gevraagd di 3 nov · opgepakt door Anja · 6 gevraagd in 2 keer · 4 kunnen niet". */
export function inOneLine(course: readonly Happened[], say: SameKeys<typeof nl.course>, day: (at: string) => string): string {
	const of = (what: RequestHappening): Happened[] => course.filter((event) => event.what === what);
	const sum = (what: RequestHappening): number => of(what).reduce((total, event) => total + (event.count ?? 0), 0);
	const claimed = of('CLAIMED').at(-1);
	const parts = [
		...of('REQUESTED').map((event) => say.since(day(event.at))),
		claimed ? say.claimed(claimed.by ?? say.someone) : '',
		sum('ASKED') > 0 ? say.asked(sum('ASKED'), of('ASKED').length) : '',
		sum('COULD_NOT') > 0 ? say.cannot(sum('COULD_NOT')) : '',
		sum('SILENT') > 0 ? say.silent(sum('SILENT')) : '',
		of('HANDED_BACK').length > 0 ? say.back : '',
		NOT_TAKEN.some((what) => of(what).length > 0) ? say.overTo : '',
		of('WITHDRAWN').length > 0 ? say.withdrawn : ''
	].filter(Boolean);
	const line = parts.join(' · ');
	return line.charAt(0).toUpperCase() + line.slice(1);
}
