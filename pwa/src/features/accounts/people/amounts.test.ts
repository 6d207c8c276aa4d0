import { expect, test } from 'vitest';
import { many } from './amounts';
import { nl } from './texts/nl';

test('none is not worth a word, one is one', () => {
	expect([0, 1, 2].map((count) => many(count, 'bezoek', 'bezoeken'))).toEqual([null, '1 bezoek', '2 bezoeken']);
});

test('what somebody leaves behind is one sentence', () => {
	const said = (matches: number, plannedVisits: number, openOffers: number) => nl.leaves('Els', { matches, plannedVisits, openOffers });
	expect(said(0, 0, 0)).toBe('Els heeft niets meer lopen.');
	expect(said(1, 0, 0)).toBe('Els heeft nog 1 koppeling.');
	expect(said(2, 1, 0)).toBe('Els heeft nog 2 koppelingen en 1 gepland bezoek.');
	expect(said(2, 1, 3)).toBe('Els heeft nog 2 koppelingen, 1 gepland bezoek en 3 open uitnodigingen.');
});
