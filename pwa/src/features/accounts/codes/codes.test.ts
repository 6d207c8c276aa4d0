import { expect, test } from 'vitest';
import { Failure } from '#lib/api/index.ts';
import { CodeTrouble, digitsIn, troubleOf } from './codes';

test('the code is found in whatever is pasted', () => {
	expect(digitsIn('1234 5678')).toBe('12345678');
	expect(digitsIn(' 1234-5678\n')).toBe('12345678');
	expect(digitsIn('Je code is 1234 5678. Hij werkt 10 minuten.')).toBe('12345678');
	expect(digitsIn('1 2 3 4 5 6 7 8')).toBe('12345678');
	expect(digitsIn('123456789')).toBe('12345678');
	expect(digitsIn('12 34')).toBe('1234');
	expect(digitsIn('geen')).toBe('');
});

test('a session that is over is no trouble with a code', () => {
	expect(troubleOf(new Failure('signed-out'))).toBeNull();
	expect(troubleOf(new CodeTrouble('too-often', 12))?.minutes).toBe(12);
	expect(troubleOf(new TypeError('x'))?.reason).toBe('broken');
});
