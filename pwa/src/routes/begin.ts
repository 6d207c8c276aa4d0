import { begin } from '#lib/api';
import { MyOfferDocument, MyOffersDocument, MyVisitDocument, MyVisitsDocument } from '#lib/gql';
import { listedFrom } from '#features/visits/mine/listed-from.ts';

/**
 * A volunteer's first screens are asked for, with their code, while it is still being found out who this is: on a slow
 * line that is a whole turn less to wait.
 */
export function beginScreen(path: string): void {
	const [, place, id, more] = path.split('/');
	if (more) return;
	if (place === 'uitnodigingen') {
		if (id) begin(MyOfferDocument, { id });
		else begin(MyOffersDocument, {});
		void (id ? import('#features/matching/offers/MyOffer.svelte') : import('#features/matching/offers/MyOffers.svelte')).catch(() => null);
	} else if (place === 'bezoeken') {
		if (id) begin(MyVisitDocument, { id });
		else begin(MyVisitsDocument, { from: listedFrom(new Date()) });
		void (id ? import('#features/visits/mine/MyVisit.svelte') : import('#features/visits/mine/MyVisits.svelte')).catch(() => null);
	} else if (place === 'ik' && !id) void import('#features/accounts/Me.svelte').catch(() => null);
}
