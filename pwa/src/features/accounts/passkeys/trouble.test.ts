import { expect, test } from 'vitest';
import { toBytes, toText } from './bytes';
import { Trouble, troubleOf } from './trouble';

const named = (name: string): DOMException => new DOMException('', name);

test('a cancel and a wait that took too long are told apart by the clock', () => {
	expect(troubleOf(named('NotAllowedError'), false).reason).toBe('cancelled');
	expect(troubleOf(named('NotAllowedError'), true).reason).toBe('timeout');
});

test('every known error has a reason of its own', () => {
	expect(troubleOf(named('InvalidStateError'), false).reason).toBe('already');
	expect(troubleOf(named('ConstraintError'), false).reason).toBe('no-lock');
	expect(troubleOf(named('SecurityError'), false).reason).toBe('unsupported');
	expect(troubleOf(new TypeError('x'), false).reason).toBe('broken');
	expect(troubleOf(new Trouble('refused'), true).reason).toBe('refused');
});

test('bytes come back from text as they were', () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
	expect(toBytes(toText(bytes.buffer))).toEqual(bytes);
	expect(toText(bytes.buffer)).not.toMatch(/[+/=]/);
});
