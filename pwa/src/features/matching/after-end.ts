import type { MatchEndReason, WishAfterEnd } from '#lib/gql';

/** What becomes of the wish: one may ask for somebody else, somebody is looked for already, or it closes. */
export type After = 'ask' | 'waits' | 'closes';

/** With these reasons the person may still want visits. */
const STILL_WANTED: ReadonlySet<MatchEndReason> = new Set(['VOLUNTEER_WISH', 'NO_CLICK', 'OTHER']);

/** With these nobody is looked for, whatever was going on. */
const NOBODY_WAITS: ReadonlySet<MatchEndReason> = new Set(['DETAINEE_WISH', 'RELEASED']);

/** Null while no reason was chosen and it depends on it. */
export function afterEnd(reason: MatchEndReason | null, wish: WishAfterEnd): After | null {
	if (reason !== null && NOBODY_WAITS.has(reason)) return 'closes';
	if (wish === 'WAITS') return 'waits';
	if (reason === null) return null;
	return wish === 'MAY_WAIT' && STILL_WANTED.has(reason) ? 'ask' : 'closes';
}
