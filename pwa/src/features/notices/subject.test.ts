import { describe, expect, it } from 'vitest';
import { subjectPath } from './subject';

const nothing = { event: 'match.ended', offerId: null, requestId: null, matchId: null, visitId: null };
const yes = { ...nothing, event: 'offer.accepted', offerId: 'o1', requestId: 'r1', matchId: 'm1' };

describe('where a notice leads', () => {
	it('is the request, for a coordinator', () => {
		for (const event of ['offer.accepted', 'offer.declined', 'request.everyone_asked', 'handover.proposed', 'detainee.erased']) {
			expect(subjectPath({ ...yes, event }, 'COORDINATOR')).toBe('/verzoeken?verzoek=r1');
		}
	});
	it('is nowhere for a coordinator when it is of a match, or names no request', () => {
		expect(subjectPath({ ...yes, event: 'match.review' }, 'COORDINATOR')).toBeNull();
		expect(subjectPath({ ...nothing, event: 'offer.expired' }, 'COORDINATOR')).toBeNull();
	});
	it('is the nearest thing of their own, for a volunteer', () => {
		expect(subjectPath({ ...yes, visitId: 'v1' }, 'VOLUNTEER')).toBe('/bezoeken/v1');
		expect(subjectPath(yes, 'VOLUNTEER')).toBe('/koppelingen/m1');
		expect(subjectPath({ ...yes, matchId: null }, 'VOLUNTEER')).toBe('/uitnodigingen/o1');
		expect(subjectPath(nothing, 'VOLUNTEER')).toBeNull();
	});
	it('is nowhere for who has no such screen', () => {
		for (const role of ['STAFF', 'FUNDER', 'OPERATOR'] as const) expect(subjectPath({ ...yes, visitId: 'v1' }, role)).toBeNull();
	});
});
