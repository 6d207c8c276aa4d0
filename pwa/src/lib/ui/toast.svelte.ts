import { shared } from './texts';

const SHOWN_MS = 4_000;
/** Long enough to read it and to reach the button. */
const UNDO_MS = 8_000;

interface Undo {
	label: string;
	run: () => void;
}

/** The one line that says something was saved. Errors never come here; they stand where they belong. */
class Toast {
	text = $state<string | null>(null);
	undo = $state.raw<Undo | undefined>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	say(text: string, undo?: Undo): void {
		clearTimeout(this.#timer);
		this.text = text;
		this.undo = undo;
		this.#timer = setTimeout(() => (this.text = null), undo ? UNDO_MS : SHOWN_MS);
	}

	/** Takes back what it said. */
	takeBack(): void {
		this.text = null;
		this.undo?.run();
	}

	/** "Opgeslagen". */
	saved(): void {
		this.say(shared().saved);
	}
}

export const toast = new Toast();
