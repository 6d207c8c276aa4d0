import { afterEach, expect, test, vi } from 'vitest';
import type { TypedDocumentString } from '#lib/gql';
import { begin, call } from './call';

const DOCUMENT = { __meta__: { hash: 'mine' } } as unknown as TypedDocumentString<{ mine: number }, { id: string }>;

let answers = 0;
const asked = vi.fn(async (_path: string) => new Response(JSON.stringify({ data: { mine: ++answers } })));
vi.stubGlobal('fetch', asked);

afterEach(() => {
	vi.useRealTimers();
	asked.mockClear();
	answers = 0;
});

test('what was begun is the answer of the first who asks it; the next asks anew', async () => {
	begin(DOCUMENT, { id: 'one' });
	expect(await call(DOCUMENT, { id: 'one' })).toEqual({ mine: 1 });
	expect(asked).toHaveBeenCalledTimes(1);
	expect(await call(DOCUMENT, { id: 'one' })).toEqual({ mine: 2 });
});

test('another question is asked by itself, and so is anything that is to be done', async () => {
	begin(DOCUMENT, { id: 'one' });
	expect(await call(DOCUMENT, { id: 'two' })).toEqual({ mine: 2 });
	expect(await call(DOCUMENT, { id: 'one' }, 'a-key')).toEqual({ mine: 3 });
});

test('an answer that nobody came for in time is not given any more', async () => {
	vi.useFakeTimers();
	begin(DOCUMENT, { id: 'one' });
	vi.advanceTimersByTime(6_000);
	expect(await call(DOCUMENT, { id: 'one' })).toEqual({ mine: 2 });
});

test('a beginning without a line is told to who asks, and to nobody else', async () => {
	asked.mockRejectedValueOnce(new TypeError('no line'));
	begin(DOCUMENT, { id: 'one' });
	await expect(call(DOCUMENT, { id: 'one' })).rejects.toMatchObject({ reason: 'offline' });
	expect(await call(DOCUMENT, { id: 'one' })).toEqual({ mine: 1 });
});

test('what was begun and needs the passkey asks for it, as everything else does', async () => {
	const needed = JSON.stringify({ data: null, errors: [{ message: '', extensions: { code: 'STEP_UP_NEEDED' } }] });
	asked.mockResolvedValueOnce(new Response(needed)).mockResolvedValueOnce(new Response('', { status: 503 }));
	begin(DOCUMENT, { id: 'one' });
	await expect(call(DOCUMENT, { id: 'one' })).rejects.toMatchObject({ reason: 'unconfirmed' });
	expect(asked.mock.calls.map(([path]) => path)).toEqual(['/graphql', '/passkeys/confirm/options']);
});
