import type { TypedDocumentString } from '#lib/gql';
import { call } from './call';
import { asFailure, type Failure } from './failure';
import { Intent } from './intent';
import { leaveWhenSignedOut } from './signed-out';

/**
 * A mutation as a screen sees it: busy or not, and what went wrong.
 * `send` gives the answer's data, or null when there was none; then `failure` says why.
 */
export class Sending<Result, Variables> {
	busy = $state(false);
	failure = $state<Failure | null>(null);
	readonly #document: TypedDocumentString<Result, Variables>;
	readonly #intent = new Intent();

	constructor(document: TypedDocumentString<Result, Variables>) {
		this.#document = document;
	}

	async send(variables: Variables): Promise<Result | null> {
		if (this.busy) return null;
		this.busy = true;
		this.failure = null;
		try {
			const answer = await call(this.#document, variables, this.#intent.keyFor(variables));
			this.#intent.settle();
			return answer;
		} catch (error) {
			this.failure = asFailure(error);
			leaveWhenSignedOut(this.failure);
			return null;
		} finally {
			this.busy = false;
		}
	}
}
