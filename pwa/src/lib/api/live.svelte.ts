import { asFailure, type Failure } from './failure';
import { leaveWhenSignedOut } from './signed-out';

export const REFRESH_MS = 20_000;
/** After this long without an answer, what this phone keeps is shown. */
const PATIENCE_MS = 4_000;

/** What this phone keeps of it, and from when that is; null when nothing. */
export type Recall<Data> = () => Promise<{ data: Data; at: number } | null>;

/**
 * What a screen shows of the server, kept fresh while someone looks: on focus, when the line
 * comes back, and every 20 seconds. Data already on screen stays when a refresh fails.
 * Make it with `live(() => call(...))` while a component is being set up.
 */
export class Live<Data> {
	data = $state.raw<Data | null>(null);
	failure = $state<Failure | null>(null);
	loading = $state(true);
	/** From when the data is: when it was asked for, so that what was done since then may not be in it. */
	updatedAt = $state<Date | null>(null);
	/** What time it is for the screen: as of the last look, whether or not that gave anything. */
	now = $state(new Date());
	/** The data is what this phone kept, with less in it. */
	kept = $state(false);
	readonly #load: () => Promise<Data>;
	readonly #recall: Recall<Data> | undefined;
	#turn = 0;

	constructor(load: () => Promise<Data>, recall?: Recall<Data>) {
		this.#load = load;
		this.#recall = recall;
	}

	/** The line is down but there is something to show. */
	get stale(): boolean {
		return (this.kept || (this.failure !== null && this.failure.reason !== 'signed-out')) && this.data !== null;
	}

	refresh = async (): Promise<void> => {
		const turn = ++this.#turn;
		const at = new Date();
		const patience = setTimeout(() => this.#remember(turn), PATIENCE_MS);
		try {
			const data = await this.#load();
			if (turn !== this.#turn) return;
			this.data = data;
			this.failure = null;
			this.kept = false;
			this.updatedAt = at;
		} catch (error) {
			const failure = asFailure(error);
			if (failure.dark) await this.#remember(turn);
			if (turn !== this.#turn) return;
			this.failure = failure;
			leaveWhenSignedOut(failure);
		} finally {
			clearTimeout(patience);
			if (turn === this.#turn) {
				this.loading = false;
				this.now = new Date();
			}
		}
	};

	/** Without an answer: what this phone keeps. */
	async #remember(turn: number): Promise<void> {
		const found = this.data === null && (await this.#recall?.());
		if (!found || turn !== this.#turn || this.data !== null) return;
		this.data = found.data;
		this.kept = true;
		this.updatedAt = new Date(found.at);
		this.now = new Date();
	}

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
		this.kept = false;
		this.loading = false;
	}
}

/**
 * A Live that refreshes as long as the component exists. Whatever reactive value `load` reads
 * before its first await (an id from props, say) makes it load again when it changes.
 */
export function live<Data>(load: () => Promise<Data>, recall?: Recall<Data>): Live<Data> {
	const source = new Live(load, recall);
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
