import { expect, test } from 'vitest';
import { keepable, looksFor, stops, whenKept } from './standing';

const review = { kind: 'TRANSFER', moved: true, choice: null, volunteerLeft: false, waits: false } as const;

test('who stops has no report to choose about, or one of which the choice was made and done', () => {
	expect(stops(null)).toBe(true);
	expect(stops({ ...review, choice: 'KEEP' })).toBe(true);
	expect(stops({ ...review, choice: 'KEEP', moved: false })).toBe(false);
	expect(stops({ ...review, volunteerLeft: true })).toBe(false);
});

test('what was handed over stays so when the person goes further', () => {
	expect(looksFor({ ...review, choice: 'HAND_OVER' })).toBe(true);
	expect(looksFor({ ...review, moved: false, waits: true })).toBe(true);
	expect(looksFor({ ...review, kind: 'RELEASE', waits: true })).toBe(false);
	expect(looksFor({ ...review, choice: 'HAND_OVER', moved: false })).toBe(false);
	expect(looksFor(null)).toBe(false);
});

test('who left does not go along', () => {
	expect([keepable(review), keepable({ ...review, volunteerLeft: true })]).toEqual([true, false]);
});

test('who is admitted at the new prison already does not wait for that', () => {
	expect(['GRANTED', 'REQUESTED', null].map(whenKept)).toEqual(['KEEP_GRANTED', 'KEEP', 'KEEP_ASKS']);
});
