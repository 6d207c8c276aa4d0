import type { PlaceName } from '#lib/session';

/** How many things wait behind a place in the menu. A screen that knows its count puts it here. */
export const counts = $state<Partial<Record<PlaceName, number>>>({});
