import { Sending } from '#lib/api';
import { LogVisitDocument } from '#lib/gql';
import { toLogInput, type Report } from './rules';

export type Saved = { done: 'saved' | 'already' } | { problem: string } | null;

/** The one place from which a visit's log is sent; null when it did not arrive, then `failure` says why. */
export class SavingLog {
	readonly #sending = new Sending(LogVisitDocument);

	get busy(): boolean {
		return this.#sending.busy;
	}

	get failure(): Sending<unknown, unknown>['failure'] {
		return this.#sending.failure;
	}

	async save(visitId: string, report: Report): Promise<Saved> {
		const answer = (await this.#sending.send({ input: toLogInput(visitId, report) }))?.logVisit;
		if (!answer) return null;
		if (answer.__typename === 'LogVisitSuccess') return { done: 'saved' };
		return answer.__typename === 'AlreadyLogged' ? { done: 'already' } : { problem: answer.message };
	}
}
