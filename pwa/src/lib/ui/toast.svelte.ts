import { shared } from './texts';

const SHOWN_MS = 4_000;

/** The one line that says something was saved. Errors never come here; they stand where they belong. */
class Toast {
	text = $state<string | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;

	say(text: string): void {
		clearTimeout(this.#timer);
		this.text = text;
		this.#timer = setTimeout(() => (this.text = null), SHOWN_MS);
	}

	/** "Opgeslagen". */
	saved(): void {
		this.say(shared().saved);
	}
}

export const toast = new Toast();
