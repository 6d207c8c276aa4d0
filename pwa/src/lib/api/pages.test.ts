import { expect, test } from 'vitest';
import { loadPages, type Page } from './pages';

const people = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

function pageAfter(after: string | null, size = 2): Promise<Page<{ id: string }>> {
	const start = after === null ? 0 : Number(after);
	const end = start + size;
	return Promise.resolve({
		totalCount: people.length,
		edges: people.slice(start, end).map((node) => ({ node })),
		pageInfo: { hasNextPage: end < people.length, endCursor: String(end) }
	});
}

test('one page is what the screen starts with', async () => {
	const list = await loadPages(1, pageAfter);
	expect(list.nodes.map((node) => node.id)).toEqual(['a', 'b']);
	expect(list).toMatchObject({ totalCount: 5, hasMore: true });
});

test('more pages come in order and stop at the end', async () => {
	const list = await loadPages(9, pageAfter);
	expect(list.nodes.map((node) => node.id).join('')).toBe('abcde');
	expect(list.hasMore).toBe(false);
});

test('a row that moved to a later page meanwhile is shown once', async () => {
	const list = await loadPages(2, (after) => pageAfter(after === null ? null : '1'));
	expect(list.nodes.map((node) => node.id).join('')).toBe('abc');
});
