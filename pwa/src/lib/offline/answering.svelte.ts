import { asFailure, call, Failure } from '#lib/api';
import { leaveWhenSignedOut } from '#lib/api/signed-out.ts';
import { Intent } from '#lib/api/intent.ts';
import type { TypedDocumentString } from '#lib/gql';
import { session } from '#lib/session';
import { whoIs } from './kept';
import { tell } from './channel';
import { add, itemsOf } from './outbox';
import { untilMended, verdictOf, type Item, type Kind } from './rules';
import { changed, look, seen, sendAll, wakeLater } from './sending-later';

/** What it is about, for the line on screen. */
type About = Pick<Item, 'subject' | 'city' | 'startsAt'>;

/**
 * An answer that may not be lost: kept on the phone before it is sent, and sent when there is a line. `send` gives the
 * server's answer, or null; then it waits (`waiting`), or `failure` says why not.
 */
export class Answering<Result, Variables> {
	busy = $state(false);
	/** It is kept, and goes by itself. */
	waiting = $state(false);
	failure = $state<Failure | null>(null);
	/** There was no room for it on this phone: it is lost when the app closes. */
	unkept = $state(false);
	readonly #document: TypedDocumentString<Result, Variables>;
	readonly #kind: Kind;
	readonly #intent = new Intent();

	constructor(document: TypedDocumentString<Result, Variables>, kind: Kind) {
		this.#document = document;
		this.#kind = kind;
	}

	async send(variables: Variables, about: About): Promise<Result | null> {
		if (this.busy) return null;
		this.busy = true;
		this.failure = null;
		this.waiting = false;
		try {
			const item = await this.#keep(variables, about);
			this.unkept = item === null;
			return await (item ? this.#sent(item) : this.#unkept(variables));
		} catch (error) {
			this.failure = asFailure(error);
			leaveWhenSignedOut(this.failure);
			return null;
		} finally {
			this.busy = false;
		}
	}

	/** How an answer went that was sent from elsewhere: another tab, the service worker, or the app before it was closed. */
	async replay(item: Item): Promise<Result | null> {
		const answer = await call(this.#document, item.variables as Variables, item.key).catch(() => null);
		if (answer) await this.#told(item, answer);
		return answer;
	}

	#keep(variables: Variables, about: About): Promise<Item | null> {
		const documentId = this.#document.__meta__?.hash;
		if (typeof documentId !== 'string') throw new Error('not a known document');
		const key = crypto.randomUUID();
		return add({ ...whoIs(session.viewer), ...about, key, kind: this.#kind, documentId, variables }).catch(() => null);
	}

	async #sent(item: Item): Promise<Result | null> {
		const { said } = await sendAll();
		const now = (await itemsOf(item)).find(({ key }) => key === item.key);
		const answer = said.get(item.key) as Result | undefined;
		if (answer) {
			// it is told right here
			if (now) await this.#told(now, answer);
			return answer;
		}
		if (now?.state === 'sent') return this.replay(now);
		const why = now && untilMended(now) ? await this.replay(now) : null;
		if (why) return why;
		if (now?.state === 'refused') throw new Failure(now.code === 'FORBIDDEN' ? 'forbidden' : 'broken', now.code);
		this.waiting = true;
		tell({ outbox: true });
		wakeLater();
		await look();
		return null;
	}

	async #told(item: Item, answer: Result): Promise<void> {
		// what was given up before may have come through now
		if (!untilMended(item) || verdictOf(200, { data: answer }).is === 'sent') await seen(item);
	}

	/** Straight to the server, as everything else goes. */
	async #unkept(variables: Variables): Promise<Result> {
		const answer = await call(this.#document, variables, this.#intent.keyFor(variables));
		this.#intent.settle();
		changed();
		return answer;
	}
}
