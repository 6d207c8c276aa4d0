import { expect, test } from 'vitest';
import { tooMany, unsaid } from './mending';

test('what is longer than fits is counted, and an emoji is one', () => {
	expect(tooMany('a'.repeat(40), 40)).toBe(0);
	expect(tooMany('a'.repeat(43), 40)).toBe(3);
	expect(tooMany('🙂'.repeat(41), 40)).toBe(1);
	expect(tooMany('a'.repeat(9999), undefined)).toBe(0);
});

test('whatever it is about, nothing was said of it yet', () => {
	expect(unsaid('OTHER', null)).toBeNull();
});
