import type { MyOfferQuery, MyOffersQuery } from '#lib/gql';

export type OfferRow = MyOffersQuery['myOffers'][number];

const HOUR = 3_600_000;
/** An answer within this time cannot wait: that offer stands out, first, and alone. */
const URGENT_MS = 6 * HOUR;
/** How long a quiet line tells what became of an offer. */
const QUIET_MS = 24 * HOUR;

export interface OfferList {
	/** The one that cannot wait. */
	urgent: OfferRow | null;
	open: OfferRow[];
	/** No longer open since a day at most, without an answer from this person. */
	gone: OfferRow[];
}

/** Who has the least time left stands first; at most one is urgent. */
export function arranged(offers: readonly OfferRow[], now: Date): OfferList {
	const live = offers.filter((offer) => isOpen(offer, now)).sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
	const [first, ...others] = live;
	const urgent = first && msLeft(first, now) <= URGENT_MS ? first : null;
	return { urgent, open: urgent ? others : live, gone: offers.filter((offer) => isGone(offer, now)) };
}

export function isOpen(offer: Pick<OfferRow, 'state' | 'expiresAt'>, now: Date): boolean {
	return offer.state === 'LIVE' && msLeft(offer, now) > 0;
}

/** A deadline so near that it is told in hours. */
export function isUrgent(offer: Pick<OfferRow, 'expiresAt'>, now: Date): boolean {
	return msLeft(offer, now) <= URGENT_MS;
}

function isGone(offer: OfferRow, now: Date): boolean {
	const since = now.getTime() - Date.parse(offer.answeredAt ?? offer.expiresAt);
	return (offer.state === 'WITHDRAWN' || offer.state === 'EXPIRED') && since < QUIET_MS;
}

function msLeft(offer: Pick<OfferRow, 'expiresAt'>, now: Date): number {
	return Date.parse(offer.expiresAt) - now.getTime();
}

/** One offer as the list knows it, for a screen without a line: what only the server knows is not said. */
export function fromList(offers: readonly OfferRow[], id: string): MyOfferQuery | null {
	const row = offers.find((offer) => offer.id === id);
	return row ? { offer: { ...row, note: null, visitingWeekdays: [], suitableWeekdays: [] } } : null;
}
