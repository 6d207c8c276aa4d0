import type { TypedDocumentString } from '#lib/gql';
import { call } from './call';
import { asFailure, type Failure } from './failure';
import { Intent } from './intent';
import { holdText, leaveOnPurpose, leaveWhenSignedOut } from './signed-out';

let answered: () => void = () => undefined;

/** What is to follow every verb that the server answered: in one place, so that no verb can forget it. */
export function afterEveryVerb(follow: () => void): void {
	answered = follow;
}

/**
 * A mutation as a screen sees it: busy or not, and what went wrong.
 * `send` gives the answer's data, or null when there was none; then `failure` says why.
 */
export class Sending<Result, Variables> {
	busy = $state(false);
	failure = $state<Failure | null>(null);
	readonly #document: TypedDocumentString<Result, Variables>;
	readonly #leaves: boolean;
	readonly #typed: boolean;
	readonly #intent = new Intent();

	/**
	 * `leaves`: after it nobody is here, or the same person as something else, and nothing follows under the old session.
	 * `typed`: somebody wrote a text, which is not lost with the session; the form shows SignInBeside.
	 */
	constructor(document: TypedDocumentString<Result, Variables>, { leaves = false, typed = false } = {}) {
		this.#document = document;
		this.#leaves = leaves;
		this.#typed = typed;
	}

	async send(variables: Variables): Promise<Result | null> {
		if (this.busy) return null;
		this.busy = true;
		this.failure = null;
		if (this.#leaves) leaveOnPurpose();
		try {
			const answer = await call(this.#document, variables, this.#intent.keyFor(variables));
			this.#intent.settle();
			if (!this.#leaves) answered();
			return answer;
		} catch (error) {
			this.failure = asFailure(error);
			if (this.#leaves) leaveOnPurpose(false);
			if (this.#typed && this.failure.reason === 'signed-out') holdText();
			leaveWhenSignedOut(this.failure);
			return null;
		} finally {
			this.busy = false;
		}
	}
}
