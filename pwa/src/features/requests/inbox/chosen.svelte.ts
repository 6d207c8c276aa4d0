import { SvelteSet } from 'svelte/reactivity';
import { firstTicks, type Tickable } from './ticks';

/** Who is ticked for which request. Outlives a refresh and a look at another request. */
export class Chosen {
	readonly #of = new Map<string, SvelteSet<string>>();
	readonly #started = new Set<string>();

	/** Sets the first ticks, once for each request. */
	start(requestId: string, suggestions: readonly Tickable[]): void {
		if (this.#started.has(requestId)) return;
		this.#started.add(requestId);
		const ticked = this.of(requestId);
		for (const id of firstTicks(suggestions)) ticked.add(id);
	}

	of(requestId: string): SvelteSet<string> {
		let ticked = this.#of.get(requestId);
		if (!ticked) this.#of.set(requestId, (ticked = new SvelteSet()));
		return ticked;
	}
}
