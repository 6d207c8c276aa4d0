/** A Relay-style connection as far as a list needs it. */
export interface Page<Node> {
	totalCount: number;
	edges: { node: Node }[];
	pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface Listed<Node> {
	nodes: Node[];
	totalCount: number;
	hasMore: boolean;
}

/**
 * The first `count` pages of a connection as one list. A refresh asks for all of them again, so that
 * "meer laden" never shows an old page under a new one.
 */
export async function loadPages<Node extends { id: string }>(
	count: number,
	load: (after: string | null) => Promise<Page<Node>>
): Promise<Listed<Node>> {
	const nodes = new Map<string, Node>();
	let after: string | null = null;
	let page: Page<Node>;
	let loaded = 0;
	do {
		page = await load(after);
		for (const { node } of page.edges) nodes.set(node.id, node);
		after = page.pageInfo.endCursor ?? null;
	} while (++loaded < count && page.pageInfo.hasNextPage && after !== null);
	return { nodes: [...nodes.values()], totalCount: page.totalCount, hasMore: page.pageInfo.hasNextPage };
}
