import { expect, test } from 'vitest';
import type { RequestOffersFragment } from '#lib/gql';
import { justAsked } from './just-asked';
import { sendable, type Tickable } from './ticks';

type Offer = RequestOffersFragment['offers'][number];

function offer(id: string, volunteer: string): Offer {
	return { id, state: 'LIVE', expiresAt: '2026-11-28T17:00:00Z', answeredAt: null, volunteer: { id: volunteer, displayName: volunteer } } as Offer;
}

function able(id: string): Tickable {
	return { volunteer: { id }, fit: 'GOOD', alreadyOffered: false };
}

const open = { pseudonym: 'Kade 12', state: 'OPEN', liveOffers: 0, offers: [] as Offer[], suggestions: [able('karin'), able('els'), able('ruben')] };

test('who was asked just now is among the asked and no suggestion to tick any more', () => {
	const now = justAsked(open, [offer('1', 'karin'), offer('2', 'els')]);
	expect(now).toMatchObject({ pseudonym: 'Kade 12', state: 'OFFERED', liveOffers: 2 });
	expect(now.offers.map((each) => each.id)).toEqual(['1', '2']);
	expect(sendable(new Set(['karin', 'els', 'ruben']), now.suggestions)).toEqual(['ruben']);
	expect(open.suggestions[0]?.alreadyOffered).toBe(false);
});

test('whoever was read already counts once, and nobody asked changes nothing', () => {
	const now = justAsked(justAsked(open, [offer('1', 'karin')]), [offer('1', 'karin'), offer('2', 'els')]);
	expect([now.liveOffers, now.offers.length]).toEqual([2, 2]);
	expect(justAsked(open, [])).toEqual(open);
});
