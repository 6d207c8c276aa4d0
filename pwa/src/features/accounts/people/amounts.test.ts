import { expect, test } from 'vitest';
import { many, together } from './amounts';

test('none is not worth a word, one is one', () => {
	expect([0, 1, 2].map((count) => many(count, 'bezoek', 'bezoeken'))).toEqual([null, '1 bezoek', '2 bezoeken']);
});

test('the last one is joined with a word', () => {
	expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => together(parts, 'en'))).toEqual(['', 'a', 'a en b', 'a, b en c']);
});
