import type { PlaceName } from '#lib/session';

/** How many things wait behind a place in the menu. A screen that knows its count puts it here. */
export const counts = $state<Partial<Record<PlaceName, number>>>({});

/** Another person at the same device starts without the former one's counts. */
export function forgetCounts(): void {
	for (const place of Object.keys(counts) as PlaceName[]) delete counts[place];
}
