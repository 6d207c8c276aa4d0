import type { RequestOffersFragment } from '#lib/gql';
import type { Tickable } from './ticks';

interface Open {
	state: string;
	liveOffers: number;
	offers: RequestOffersFragment['offers'];
	suggestions: readonly Tickable[];
}

/** A request as it is once these people were asked, before it has been read again: nobody looks asked and not asked. */
export function justAsked<Request extends Open>(request: Request, asked: Open['offers']): Request {
	const now = new Set(asked.map((offer) => offer.volunteer.id));
	const known = new Set(request.offers.map((offer) => offer.id));
	const fresh = asked.filter((offer) => !known.has(offer.id));
	return {
		...request,
		state: asked.length > 0 ? 'OFFERED' : request.state,
		liveOffers: request.liveOffers + fresh.length,
		offers: [...request.offers, ...fresh],
		suggestions: request.suggestions.map((each) => (now.has(each.volunteer.id) ? { ...each, alreadyOffered: true } : each))
	};
}
