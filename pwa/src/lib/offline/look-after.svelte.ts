import type { Live } from '#lib/api';
import type { Item } from './rules';

/** A screen that shows how things stand at the server. */
export type Looked = Pick<Live<unknown>, 'updatedAt' | 'refresh'>;

/** Whether one of these answers went, or was refused, after what is shown was asked for. */
export function isLate(at: Date | null, items: readonly (Item | null)[]): boolean {
	return at !== null && items.some((item) => (item?.settledAt ?? 0) > Number(at));
}

/** Looks again at once when an answer was sent of which a screen cannot know. */
export function lookAfter(source: () => Looked, items: () => readonly (Item | null)[]): void {
	// once: also where the clock of the phone was put back meanwhile
	const late = $derived(isLate(source().updatedAt, items()));
	$effect(() => {
		if (late) void source().refresh();
	});
}
