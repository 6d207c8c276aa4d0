import { expect, test } from 'vitest';
import { Intent } from './intent';

const YES = { input: { offerId: '1' } };

test('saying the same thing again keeps the key, so that it is done once', () => {
	const intent = new Intent();
	expect(intent.keyFor(YES)).toBe(intent.keyFor({ input: { offerId: '1' } }));
});

test('another answer is another intent with its own key', () => {
	const intent = new Intent();
	expect(intent.keyFor(YES)).not.toBe(intent.keyFor({ input: { offerId: '2' } }));
});

test('after an answer from the server the next intent gets a new key', () => {
	const intent = new Intent();
	const first = intent.keyFor(YES);
	intent.settle();
	expect(intent.keyFor(YES)).not.toBe(first);
});

test('a key is a UUID', () => {
	expect(new Intent().keyFor(YES)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
