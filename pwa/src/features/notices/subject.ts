import type { MyNoticesQuery } from '#lib/gql';

export type NoticeRow = MyNoticesQuery['myNotices'][number];

/** The screen a notice is about, for a volunteer; null when it only tells. */
export function subjectPath(notice: Pick<NoticeRow, 'offerId' | 'matchId' | 'visitId'>): string | null {
	if (notice.visitId) return `/bezoeken/${notice.visitId}`;
	if (notice.matchId) return `/koppelingen/${notice.matchId}`;
	if (notice.offerId) return `/uitnodigingen/${notice.offerId}`;
	return null;
}
