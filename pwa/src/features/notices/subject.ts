import type { MyNoticesQuery, Role } from '#lib/gql';

export type NoticeRow = MyNoticesQuery['myNotices'][number];

type About = Pick<NoticeRow, 'event' | 'offerId' | 'requestId' | 'matchId' | 'visitId'>;

/** Said of a request; what is said of a match names its request too, and is at Koppelingen. */
const OF_A_REQUEST = /^(offer|request|handover|detainee)\./;

/** The screen a notice is about; null when it only tells, or the reader has no such screen. */
export function subjectPath(notice: About, role: Role): string | null {
	if (role === 'COORDINATOR') return notice.requestId && OF_A_REQUEST.test(notice.event) ? `/verzoeken?verzoek=${notice.requestId}` : null;
	if (role !== 'VOLUNTEER') return null;
	if (notice.visitId) return `/bezoeken/${notice.visitId}`;
	if (notice.matchId) return `/koppelingen/${notice.matchId}`;
	if (notice.offerId) return `/uitnodigingen/${notice.offerId}`;
	return null;
}
