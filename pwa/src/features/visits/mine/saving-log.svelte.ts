import type { Failure } from '#lib/api';
import { LogVisitDocument } from '#lib/gql';
import { Answering } from '#lib/offline/answering.svelte.ts';
import { toLogInput, type Report } from './rules';

export type Saved = { done: 'saved' | 'already' | 'waiting' } | { problem: string } | null;

/** The one place from which a visit's log is sent; null when it did not arrive and is not kept, then `failure` says why. */
export class SavingLog {
	readonly #answering = new Answering(LogVisitDocument, 'log');

	get busy(): boolean {
		return this.#answering.busy;
	}

	get failure(): Failure | null {
		return this.#answering.failure;
	}

	get unkept(): boolean {
		return this.#answering.unkept;
	}

	async save(visit: { id: string; startsAt: string }, report: Report): Promise<Saved> {
		const about = { subject: visit.id, startsAt: visit.startsAt };
		const answer = (await this.#answering.send({ input: toLogInput(visit.id, report) }, about))?.logVisit;
		if (!answer) return this.#answering.waiting ? { done: 'waiting' } : null;
		if (answer.__typename === 'LogVisitSuccess') return { done: 'saved' };
		return answer.__typename === 'AlreadyLogged' ? { done: 'already' } : { problem: answer.message };
	}
}
