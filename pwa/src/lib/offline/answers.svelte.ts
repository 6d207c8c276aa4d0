import type { Component } from 'svelte';
import type { Looked } from './look-after.svelte.ts';
import type { Item } from './rules';

/** The answers on this phone that have not arrived or were not yet seen to, as screens show them. Filled after the first screen. */
class Answers {
	items = $state.raw<readonly Item[]>([]);
	/** The rows that show them, where there is something to show. */
	Rows = $state.raw<Component<{ source: Looked }> | null>(null);

	/** The last answer about this offer or visit. */
	about(subject: string): Item | null {
		return this.items.findLast((item) => item.subject === subject) ?? null;
	}

	waits(subject: string): boolean {
		return this.about(subject)?.state === 'waiting';
	}

	/** Not an open question: it was answered, and what is shown, of `at`, may not know that yet. */
	hides(subject: string, at: Date | null): boolean {
		const item = this.about(subject);
		return !!item && (item.settledAt ?? Infinity) > Number(at);
	}
}

export const answers = new Answers();
