import type { Component } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';

/** Wide enough for the rail; phones have the bar. */
export const onDesk = new MediaQuery('min-width: 48em');

/** The rail of desks, loaded where it is drawn: a phone never fetches it. */
class Menu {
	Rail = $state.raw<Component | null>(null);

	async load(): Promise<void> {
		this.Rail ??= (await import('./Rail.svelte')).default;
	}
}

export const menu = new Menu();
