/** Where a request stands for the coordinator who looks at it. One word a row, the most pressing one. */
export type Standing = 'proposed' | 'forAll' | 'asked' | 'goesOn' | 'nobodyCould' | 'yours' | 'ours';

export interface Countable {
	organisation?: { id: string } | null;
	liveOffers: number;
	declinedOffers: number;
	silentOffers: number;
	claimedByMe: boolean;
	/** Rounds that go by themselves; `nextAt` is null when none goes any more. */
	waves?: { nextAt?: string | null } | null;
	/** Proposed to another organisation, which has not answered. */
	handOver?: { incoming: boolean } | null;
}

export function standingOf(request: Countable): Standing {
	if (request.handOver) return 'proposed';
	if (!request.organisation) return 'forAll';
	if (request.liveOffers > 0) return 'asked';
	if (request.waves?.nextAt) return 'goesOn';
	if (request.declinedOffers + request.silentOffers > 0) return 'nobodyCould';
	return request.claimedByMe ? 'yours' : 'ours';
}

/** People who cannot, and people who have not answered, whether or not they still may. Null: nobody was asked. */
export function tallyOf(request: Countable): { cannot: number; silent: number } | null {
	const tally = { cannot: request.declinedOffers, silent: request.liveOffers + request.silentOffers };
	return tally.cannot + tally.silent > 0 ? tally : null;
}
