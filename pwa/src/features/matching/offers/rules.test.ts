import { expect, test } from 'vitest';
import { arranged, type OfferRow } from './rules';

const NOW = new Date('2026-11-23T13:00:00Z');

function anOffer(id: string, hours: number, words: Partial<OfferRow> = {}): OfferRow {
	return {
		id,
		state: 'LIVE',
		expiresAt: new Date(NOW.getTime() + hours * 3_600_000).toISOString(),
		answeredAt: null,
		createdAt: NOW.toISOString(),
		facility: { id: 'f', name: 'PI Zwolle', city: 'Zwolle' },
		activityKind: 'ONE_TO_ONE',
		languages: ['nl'],
		waitingDays: 3,
		distanceKilometres: 12,
		matchId: null,
		...words
	};
}

function ids(offers: readonly OfferRow[]): string[] {
	return offers.map(({ id }) => id);
}

test('the offer with the least time left stands first, and alone, when it cannot wait', () => {
	const list = arranged([anOffer('later', 30), anOffer('soon', 5), anOffer('soonest', 2)], NOW);
	expect(list.urgent?.id).toBe('soonest');
	expect(ids(list.open)).toEqual(['soon', 'later']);
});

test('without haste nothing is urgent', () => {
	const list = arranged([anOffer('later', 30), anOffer('sooner', 7)], NOW);
	expect(list.urgent).toBeNull();
	expect(ids(list.open)).toEqual(['sooner', 'later']);
});

test('an offer whose time ran out while one looked is no longer asked', () => {
	const list = arranged([anOffer('over', -1)], NOW);
	expect(list.urgent).toBeNull();
	expect(list.open).toEqual([]);
});

test('what someone else took is told for a day and then left alone', () => {
	const yesterday = anOffer('fresh', 4, { state: 'WITHDRAWN', answeredAt: '2026-11-22T14:00:00Z' });
	const longAgo = anOffer('old', 4, { state: 'WITHDRAWN', answeredAt: '2026-11-20T13:00:00Z' });
	expect(ids(arranged([yesterday, longAgo], NOW).gone)).toEqual(['fresh']);
});

test('one’s own no is not brought up again', () => {
	expect(arranged([anOffer('no', 4, { state: 'DECLINED', answeredAt: '2026-11-23T12:00:00Z' })], NOW).gone).toEqual([]);
});
