import { describe, expect, it } from 'vitest';
import { inOrder, lengthOf, STATES, waiting } from './rules';

describe('how a message stands', () => {
	const counts = [
		{ state: 'WAITING' as const, count: 3 },
		{ state: 'OPENED' as const, count: 2 }
	];
	it('is told in one order, without what nobody is in', () => {
		expect(inOrder(counts).map(({ state }) => state)).toEqual(['OPENED', 'WAITING']);
		expect(new Set(STATES).size).toBe(STATES.length);
	});
	it('can be stopped as long as somebody waits and nobody stopped it', () => {
		expect(waiting({ counts, cancelledAt: null })).toBe(3);
		expect(waiting({ counts, cancelledAt: '2026-11-26T03:00:00Z' })).toBe(0);
		expect(waiting({ counts: [], cancelledAt: null })).toBe(0);
	});
});

describe('the length of a message', () => {
	it('counts characters and no space around them', () => {
		expect([lengthOf('  hoi \n'), lengthOf('👋🏽'), lengthOf('')]).toEqual([3, 2, 0]);
	});
});
