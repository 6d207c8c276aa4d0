import { session } from '#lib/session';
import { asked, keeping, within } from './database';
import { isFresh } from './rules';

/**
 * A form that survives closing the app: choices and numbers, never a text and never a name. Of a volunteer only: what
 * staff fill in on a workstation that others use stays in memory.
 */
export class Draft<Value> {
	readonly #name: () => string;
	#dropped = false;

	constructor(name: () => string) {
		this.#name = name;
	}

	get #key(): string {
		return `${session.viewer.current.id}/${this.#name()}`;
	}

	async recall(): Promise<Value | null> {
		try {
			if (session.role !== 'VOLUNTEER') return null;
			const kept: { at: number; value: Value } | undefined = await within('drafts', 'readonly', (store) => asked(store.get(this.#key)));
			return kept && isFresh(kept.at, Date.now()) ? kept.value : null;
		} catch {
			return null;
		}
	}

	keep(value: Value): void {
		if (session.role !== 'VOLUNTEER' || this.#dropped) return;
		// without room for it the form works as ever
		keeping('drafts', (store) => void store.put({ at: Date.now(), value }, this.#key)).catch(() => undefined);
	}

	/** It was sent. */
	drop(): void {
		this.#dropped = true;
		this.clear();
	}

	/** Nothing is filled in any more. */
	clear(): void {
		within('drafts', 'readwrite', (store) => void store.delete(this.#key)).catch(() => undefined);
	}
}

/** Throws away what is too old to be gone on with. */
export async function tidyDrafts(now = Date.now()): Promise<void> {
	await within('drafts', 'readwrite', async (store) => {
		for (const key of await asked(store.getAllKeys())) {
			const { at } = (await asked(store.get(key))) as { at: number };
			if (!isFresh(at, now)) store.delete(key);
		}
	});
}
