import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inMemory } from '../../../vite/in-memory-database.ts';
import { add, flush, itemsOf, type Post } from './outbox';

const ELS = { personId: 'els', membershipId: 'volunteer' };
const SAID = { acceptOffer: { __typename: 'AcceptOfferSuccess', match: { id: 'm' } } };
const waits: AbortController[] = [];

beforeEach(async () => {
	vi.stubGlobal('indexedDB', inMemory());
	vi.stubGlobal('fetch', async () => new Response('{}'));
	vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
		const wait = new AbortController();
		waits.push(wait);
		return wait.signal;
	});
	await add({ ...ELS, key: 'k', kind: 'accept', subject: 'o', documentId: 'd', variables: {} });
});

afterEach(() => {
	waits.length = 0;
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const answered: Post = async () => ({ status: 200, body: { data: SAID } });

/** A line on which nothing comes back; `out` when something went out on it. */
function silent(): { post: ReturnType<typeof vi.fn<Post>>; out: Promise<void>; breaks: (error: Error) => void } {
	const out = Promise.withResolvers<void>();
	const back = Promise.withResolvers<Awaited<ReturnType<Post>>>();
	const post = vi.fn<Post>(() => {
		out.resolve();
		return back.promise;
	});
	return { post, out: out.promise, breaks: back.reject };
}

/** Everybody has waited for as long as they do, also who does not wait any more. */
function longAfter(): void {
	for (const wait of waits) wait.abort(new DOMException('', 'TimeoutError'));
}

test('who holds the lock too long loses it, takes nothing back, and has something left', async () => {
	const line = silent();
	const first = flush(ELS, line.post, false);
	await line.out;
	const second = flush(ELS, answered, false);
	longAfter();
	expect(await first).toMatchObject({ left: true, settled: false });
	const sent = await second;
	expect(sent).toMatchObject({ left: false, settled: true });
	expect(sent.said.get('k')).toEqual(SAID);
	expect(line.post).toHaveBeenCalledTimes(1);
	expect((await itemsOf(ELS)).map(({ state }) => state)).toEqual(['sent']);
});

test('who took the lock and loses it has something left as well: nothing broke', async () => {
	const lines = [silent(), silent()] as const;
	const first = flush(ELS, lines[0].post, false);
	await lines[0].out;
	const second = flush(ELS, lines[1].post, false);
	longAfter();
	await lines[1].out;
	const third = flush(ELS, answered, false);
	longAfter();
	expect(await Promise.all([first, second])).toEqual([expect.objectContaining({ left: true }), expect.objectContaining({ left: true })]);
	expect(await third).toMatchObject({ left: false, settled: true });
});

test('what breaks while it is sent is said, however long it took, and is not sent again', async () => {
	const line = silent();
	const first = flush(ELS, line.post, false);
	await line.out;
	longAfter();
	line.breaks(new Error('broken'));
	await expect(first).rejects.toThrow('broken');
	expect(line.post).toHaveBeenCalledTimes(1);
});
