import { begin } from '#lib/api';
import { MyOfferDocument, MyOffersDocument, MyVisitDocument, MyVisitsDocument } from '#lib/gql';
import { listedFrom } from '#features/visits/mine/listed-from.ts';

/**
 * A volunteer's first screens are asked for while it is still being found out who this is: on a slow line that is a whole
 * turn less to wait. Their code is on its way already: vite/ahead.ts.
 */
export function beginScreen(path: string): void {
	const [, place, id, more] = path.split('/');
	if (more) return;
	if (place === 'uitnodigingen') {
		if (id) begin(MyOfferDocument, { id });
		else begin(MyOffersDocument, {});
	} else if (place === 'bezoeken') {
		if (id) begin(MyVisitDocument, { id });
		else begin(MyVisitsDocument, { from: listedFrom(new Date()) });
	}
}
