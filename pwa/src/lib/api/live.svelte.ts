import { asFailure, type Failure } from './failure';
import { leaveWhenSignedOut } from './signed-out';

export const REFRESH_MS = 20_000;

/**
 * What a screen shows of the server, kept fresh while someone looks: on focus, when the line
 * comes back, and every 20 seconds. Data already on screen stays when a refresh fails.
 * Make it with `live(() => call(...))` while a component is being set up.
 */
export class Live<Data> {
	data = $state.raw<Data | null>(null);
	failure = $state<Failure | null>(null);
	loading = $state(true);
	updatedAt = $state<Date | null>(null);
	readonly #load: () => Promise<Data>;
	#turn = 0;

	constructor(load: () => Promise<Data>) {
		this.#load = load;
	}

	/** The line is down but there is something to show. */
	get stale(): boolean {
		return this.failure !== null && this.data !== null;
	}

	refresh = async (): Promise<void> => {
		const turn = ++this.#turn;
		try {
			const data = await this.#load();
			if (turn !== this.#turn) return;
			this.data = data;
			this.failure = null;
			this.updatedAt = new Date();
		} catch (error) {
			if (turn !== this.#turn) return;
			this.failure = asFailure(error);
			leaveWhenSignedOut(this.failure);
		} finally {
			if (turn === this.#turn) this.loading = false;
		}
	};

	/** Asks again from an error screen: the row shapes come back meanwhile. */
	retry = async (): Promise<void> => {
		this.loading = true;
		this.failure = null;
		await this.refresh();
	};

	/** Puts an answer on screen that a mutation already brought along. */
	put(data: Data): void {
		this.#turn++;
		this.data = data;
		this.failure = null;
		this.loading = false;
	}
}

/**
 * A Live that refreshes as long as the component exists. Whatever reactive value `load` reads
 * before its first await (an id from props, say) makes it load again when it changes.
 */
export function live<Data>(load: () => Promise<Data>): Live<Data> {
	const source = new Live(load);
	$effect(() => {
		void source.refresh();
		return whileLookedAt(source.refresh);
	});
	return source;
}

function whileLookedAt(refresh: () => Promise<void>): () => void {
	const look = (): void => {
		if (document.visibilityState === 'visible') void refresh();
	};
	const timer = setInterval(look, REFRESH_MS);
	document.addEventListener('visibilitychange', look);
	window.addEventListener('focus', look);
	window.addEventListener('online', look);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', look);
		window.removeEventListener('focus', look);
		window.removeEventListener('online', look);
	};
}
