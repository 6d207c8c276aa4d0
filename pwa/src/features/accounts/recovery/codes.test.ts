import { expect, test } from 'vitest';
import { digitsOf, grouped, isCode } from './codes';

test('a code may be typed with whatever is between its digits', () => {
	expect(digitsOf(' 1234-5678 ')).toBe('12345678');
	expect(isCode('1234 5678')).toBe(true);
	expect(isCode('1234 567')).toBe(false);
	expect(isCode('123456789')).toBe(false);
});

test('it is shown in two groups', () => {
	expect(grouped('01234567')).toBe('0123 4567');
});
