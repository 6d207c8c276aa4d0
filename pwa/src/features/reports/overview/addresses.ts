import type { CancelSide, OfferState } from '#lib/gql';
import { addressOf as inboxAddress, daysOf, NOTHING as WIDE_INBOX } from '#features/requests/inbox/narrow.ts';
import { addressOf as registerAddress, NOTHING as WIDE_REGISTER } from '#features/volunteers/address.ts';
import { USUAL, type Period } from './periods';

/** The list behind each number: the same words in the address as on its own filters, so that it shows exactly what was counted. */
export const toActive = registerAddress({ ...WIDE_REGISTER, status: 'ACTIVE' });
export const toReady = registerAddress({ ...WIDE_REGISTER, status: 'READY' });
export const toEnding = registerAddress({ ...WIDE_REGISTER, ending: true });

export interface Wait {
	longerThan?: number | null;
	atMost?: number | null;
}

/** The inbox of a prison (its code), of everybody who waits so long, or both. Of everybody: not the view that opens first. */
export function toWaiting(facility: string | null, wait: Wait | null): string {
	if (!facility && !wait) return '/verzoeken?van=allen';
	const days = wait ? daysOf(wait.longerThan ?? null, wait.atMost ?? null) : '';
	return inboxAddress({ ...WIDE_INBOX, facility: facility ?? '', days });
}

export const toNotAsked = inboxAddress({ ...WIDE_INBOX, standing: 'NOT_ASKED' });

const SIDES: Record<string, CancelSide> = { inrichting: 'FACILITY', gedetineerde: 'DETAINEE', vrijwilliger: 'VOLUNTEER', organisatie: 'ORGANISATION' };
const ANSWERS: Record<string, OfferState> = { ja: 'ACCEPTED', nee: 'DECLINED', geen: 'EXPIRED' };

export function toOverview(period: Period): string {
	return within('/overzicht', period, {});
}

export function toHeld(period: Period): string {
	return within('/overzicht/bezoeken', period, {});
}

export function toNotHeld(period: Period, side: CancelSide | null): string {
	return within('/overzicht/bezoeken', period, { niet: side ? wordOf(SIDES, side) : 'alle' });
}

export function toInvitations(period: Period, answer: OfferState | null): string {
	return within('/overzicht/uitnodigingen', period, answer ? { antwoord: wordOf(ANSWERS, answer) } : {});
}

/** Which visits an address means: held, or those that were not, on one side or any. */
export function visitsOf(search: Pick<URLSearchParams, 'get'>): { held: boolean; side: CancelSide | null } {
	const not = search.get('niet');
	return { held: !not, side: SIDES[not ?? ''] ?? null };
}

export function answerOf(search: Pick<URLSearchParams, 'get'>): OfferState | null {
	return ANSWERS[search.get('antwoord') ?? ''] ?? null;
}

function within(path: string, period: Period, more: Record<string, string>): string {
	const search = new URLSearchParams({ ...(period === USUAL ? {} : { periode: period }), ...more });
	return search.size > 0 ? `${path}?${search.toString()}` : path;
}

function wordOf(words: Record<string, string>, code: string): string {
	return Object.entries(words).find(([, each]) => each === code)?.[0] ?? '';
}
