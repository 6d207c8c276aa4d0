import { Sending } from '#lib/api';
import { MarkSpokenDocument, UndoSpokenDocument, type CareLineFragment } from '#lib/gql';
import { toast } from '#lib/ui';
import { t } from './texts';

/** Ticking off, and taking it back while the line that says so is there. */
export class Speaking {
	readonly #marking = new Sending(MarkSpokenDocument);
	readonly #undoing = new Sending(UndoSpokenDocument);
	readonly #changed: () => Promise<void>;

	constructor(changed: () => Promise<void>) {
		this.#changed = changed;
	}

	get busy(): boolean { return this.#marking.busy || this.#undoing.busy; }
	get failure() { return this.#marking.failure ?? this.#undoing.failure; }

	async tick(line: CareLineFragment): Promise<void> {
		const about = { volunteerId: line.volunteerId, signal: line.signal, matchId: line.matchId };
		const answer = (await this.#marking.send({ input: about }))?.markSpoken;
		if (!answer) return;
		if (answer.__typename === 'MarkSpokenSuccess') {
			toast.say(t().spokenWith(line.volunteerName), { label: t().undo, run: () => void this.undo(answer.careTalkId) });
		} else if ('message' in answer) toast.say(answer.message);
		await this.#changed();
	}

	async undo(careTalkId: string): Promise<void> {
		const answer = (await this.#undoing.send({ input: { careTalkId } }))?.undoSpoken;
		if (answer && 'message' in answer) toast.say(answer.message);
		if (answer) await this.#changed();
	}
}
