import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('nothing chosen comes first, then the soonest day; who stops has no day to wait for', () => {
	const matches = [
		{ id: 'chosen', review: { day: '2026-11-01', choice: 'KEEP' } },
		{ id: 'later', review: { day: '2026-12-06', choice: null } },
		{ id: 'soon', review: { day: '2026-11-26', choice: null } },
		{ id: 'stops', review: null }
	];
	expect(inTurn(matches).map(({ id }) => id)).toEqual(['stops', 'soon', 'later', 'chosen']);
});
