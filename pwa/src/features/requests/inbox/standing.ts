/** Where a request stands for the coordinator who looks at it. One word a row, the most pressing one. */
export type Standing = 'forAll' | 'asked' | 'nobodyCould' | 'yours' | 'ours';

export interface Countable {
	organisation?: { id: string } | null;
	liveOffers: number;
	declinedOffers: number;
	silentOffers: number;
	claimedByMe: boolean;
}

export function standingOf(request: Countable): Standing {
	if (!request.organisation) return 'forAll';
	if (request.liveOffers > 0) return 'asked';
	if (request.declinedOffers + request.silentOffers > 0) return 'nobodyCould';
	return request.claimedByMe ? 'yours' : 'ours';
}
