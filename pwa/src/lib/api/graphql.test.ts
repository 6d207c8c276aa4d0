import { afterEach, expect, test, vi } from 'vitest';
import { post } from '#lib/offline/post.ts';
import { ask } from './graphql';

const asked = vi.fn(async (_path: string, _options: RequestInit) => new Response('{"data":{}}'));
vi.stubGlobal('fetch', asked);
afterEach(() => asked.mockClear());

function headers(): Record<string, string> {
	return asked.mock.lastCall?.[1].headers as Record<string, string>;
}

test('a question carries nothing but that it is ours', async () => {
	await ask({ documentId: 'sha256:1', variables: { id: '1' }, byItself: false, patience: 100 });
	expect(headers()).toEqual({ 'Content-Type': 'application/json', 'X-Vrijplaats': '1' });
	expect(asked.mock.lastCall?.[1].body).toBe('{"documentId":"sha256:1","variables":{"id":"1"}}');
});

test('an answer says under whom it was given, whether or not it was kept first', async () => {
	await post({ documentId: 'sha256:1', variables: {}, key: 'k', membershipId: 'm' }, 100, true);
	expect(headers()).toMatchObject({ 'X-Vrijplaats-Given-As': 'm', 'Idempotency-Key': 'k', 'X-Vrijplaats-By-Itself': '1' });
	await post({ documentId: 'sha256:1', variables: {}, key: 'k' }, 100, false);
	expect(headers()).not.toHaveProperty('X-Vrijplaats-Given-As');
});
