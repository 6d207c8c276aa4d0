import type { Lists, Recalled } from './kept';

export type { Lists, Recalled };

/** Part of the lists that this phone keeps, for a screen without a line; null when there is none. */
export async function recall<Data>(pick: (lists: Lists) => Data | null): Promise<Recalled<Data> | null> {
	const kept = await import('./kept').then(({ keptLists }) => keptLists()).catch(() => null);
	const data = kept && pick(kept.data);
	return kept && data !== null ? { data, at: kept.at } : null;
}
