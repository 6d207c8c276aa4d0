import { untrack } from 'svelte';
import { Draft } from './drafts.svelte';

/** Choices, numbers and days that somebody filled in: never a text and never a name. */
interface Form<Value> {
	/** What was filled in; null as long as nothing was. */
	get: () => Value | null;
	/** Puts back what was kept, as far as it can still be; null empties the form. */
	set: (kept: Value | null) => void;
	/** What the server says that it takes the place of; null while that is not known. */
	over?: () => unknown;
}

interface Kept<Value> {
	value: Value;
	/** What the server said then. */
	over: unknown;
}

/**
 * A form that is kept while it is filled in, and is there again after the app was closed. Make it while a component is
 * being set up; `drop` it when it was sent, and show HalfwayNote where what stands could be taken for what was saved.
 */
export class Halfway<Value> {
	readonly #form: Form<Value>;
	readonly #draft: Draft<Kept<Value>>;
	/** Undefined until it was looked up. */
	#found = $state.raw<Kept<Value> | null | undefined>(undefined);
	#begun = $state(false);
	#written = '';

	constructor(name: () => string, form: Form<Value>) {
		this.#form = form;
		this.#draft = new Draft(name);
		void this.#draft.recall().then((kept) => (this.#found = kept));
		$effect(() => this.follow());
	}

	/** Filled in before, and not sent. */
	get back(): boolean {
		return Boolean(this.#found) && this.#begun && this.#form.get() !== null;
	}

	/** What it takes the place of is something else by now. */
	get meanwhile(): boolean {
		return this.back && JSON.stringify(this.#form.over?.()) !== JSON.stringify(this.#found?.over);
	}

	/** Puts back what was kept, once what the server says is there; from then on, keeps what is filled in. */
	follow(): void {
		const over = this.#form.over?.();
		if (this.#found === undefined || over === null) return;
		untrack(() => this.#begin());
		const value = $state.snapshot(this.#form.get()) as Value | null;
		const text = value === null ? '' : JSON.stringify(value);
		if (text === this.#written) return;
		this.#written = text;
		if (value === null) {
			// what is filled in from here on is new
			this.#found = null;
			this.#draft.clear();
		} else this.#draft.keep({ value, over });
	}

	/** Begins anew, with what the server says. */
	undo = (): void => this.#form.set(null);

	/** It was sent. */
	drop(): void {
		this.#draft.drop();
	}

	#begin(): void {
		if (this.#begun) return;
		this.#begun = true;
		const untouched = this.#form.get() === null;
		if (!this.#found) return;
		if (untouched) {
			this.#form.set(this.#found.value);
			this.#written = JSON.stringify($state.snapshot(this.#form.get()));
		} else this.#found = null;
	}
}
