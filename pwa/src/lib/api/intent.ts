/**
 * One thing a person means to do, however often the phone has to say it.
 * The key stays the same until the server has answered, so that a retry is never done twice;
 * other variables are another intent and get their own key.
 */
export class Intent {
	#key: string | null = null;
	#said = '';

	keyFor(variables: unknown): string {
		const said = JSON.stringify(variables);
		if (this.#key === null || said !== this.#said) this.#key = crypto.randomUUID();
		this.#said = said;
		return this.#key;
	}

	/** The server answered: whatever comes next is a new intent. */
	settle(): void {
		this.#key = null;
	}
}
