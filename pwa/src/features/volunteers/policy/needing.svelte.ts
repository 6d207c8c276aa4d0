import { asFailure, call, Sending, type Failure } from '#lib/api';
import { RequirementTouchesDocument, SetRequirementDocument, type PolicyFragment, type RequirementTouchesQuery, type SetRequirementInput } from '#lib/gql';

export type Touches = NonNullable<RequirementTouchesQuery['requirementTouches']>;
type Wanted = Pick<SetRequirementInput, 'activityKind' | 'kind' | 'facilityId'>;

/** Making a paper needed: first whom that touches, then yes or no. What touches nobody is not asked. */
export class Needing {
	/** What is asked, and whom it touches; null while nothing is. */
	asking = $state.raw<{ wanted: Wanted; touches: Touches } | null>(null);
	looking = $state(false);
	refused = $state<string | null>(null);
	#notLooked = $state<Failure | null>(null);
	readonly #sending = new Sending(SetRequirementDocument);
	readonly #onchanged: (policy: PolicyFragment) => void;

	constructor(onchanged: (policy: PolicyFragment) => void) {
		this.#onchanged = onchanged;
	}

	get busy(): boolean {
		return this.looking || this.#sending.busy;
	}

	get failure(): Failure | null {
		return this.#sending.failure ?? this.#notLooked;
	}

	/** Asks when it touches anybody, and does it when it does not. */
	async want(wanted: Wanted): Promise<void> {
		if (this.busy) return;
		this.clear();
		this.looking = true;
		const touches = await call(RequirementTouchesDocument, wanted).then(
			(answer) => answer.requirementTouches ?? { volunteers: 0, visits: 0 },
			(error: unknown) => {
				this.#notLooked = asFailure(error);
				return null;
			}
		);
		this.looking = false;
		if (!touches) return;
		if (touches.volunteers + touches.visits > 0) this.asking = { wanted, touches };
		else await this.set(wanted, true);
	}

	async yes(): Promise<void> {
		if (this.asking) await this.set(this.asking.wanted, true);
	}

	async set(wanted: Wanted, needed: boolean): Promise<void> {
		const answer = (await this.#sending.send({ input: { ...wanted, needed } }))?.setRequirement;
		if (!answer) return;
		this.asking = null;
		if (answer.__typename === 'SetRequirementSuccess') this.#onchanged(answer.policy);
		else this.refused = answer.message;
	}

	clear(): void {
		this.asking = this.refused = this.#notLooked = this.#sending.failure = null;
	}
}
