import { SvelteSet } from 'svelte/reactivity';

/** For whom a message is, while one goes through the list; what one looks for may change meanwhile. */
export class Picking {
	on = $state(false);
	/** What was written and did not go yet. */
	text = $state('');
	readonly ids = new SvelteSet<string>();

	start = (): void => {
		this.on = true;
	};

	stop = (): void => {
		this.on = false;
		this.ids.clear();
	};

	tick(id: string, chosen: boolean): void {
		if (chosen) this.ids.add(id);
		else this.ids.delete(id);
	}
}
