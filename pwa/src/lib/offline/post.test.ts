import { afterEach, expect, test, vi } from 'vitest';
import { isReachable } from './post';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test('a line on which nothing comes back is none, after four seconds', async () => {
	const wait = new AbortController();
	const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(wait.signal);
	const silent = (_path: string, { signal }: { signal: AbortSignal }): Promise<never> =>
		new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
	vi.stubGlobal('fetch', silent);
	const reachable = isReachable(true);
	wait.abort(new DOMException('', 'TimeoutError'));
	expect(await reachable).toBe(false);
	expect(timeout).toHaveBeenCalledExactlyOnceWith(4_000);
});

test('an answer that comes says whether the server is there', async () => {
	vi.stubGlobal('fetch', async () => new Response('{}'));
	expect(await isReachable(true)).toBe(true);
	vi.stubGlobal('fetch', async () => new Response('', { status: 502 }));
	expect(await isReachable(true)).toBe(false);
});
