import { asFailure, call, Sending, type Failure } from '#lib/api';
import {
	RequirementTouchesDocument,
	SetCredentialValidityDocument,
	SetRequirementDocument,
	ValidityTouchesDocument,
	type PolicyFragment,
	type RequirementTouchesQuery,
	type SetRequirementInput
} from '#lib/gql';

export type Touches = NonNullable<RequirementTouchesQuery['requirementTouches']>;
type Wanted = Pick<SetRequirementInput, 'activityKind' | 'kind' | 'facilityId'>;
interface Shorter {
	kind: string;
	facilityId: string;
	validMonths: number;
}
type Answer = { policy: PolicyFragment } | { message: string; field?: string };

/** Asking more of people than before: first whom that touches, then yes or no. What touches nobody is not asked. */
abstract class Tightening<W> {
	/** What is asked, and whom it touches; null while nothing is. */
	asking = $state.raw<{ wanted: W; touches: Touches } | null>(null);
	looking = $state(false);
	refused = $state.raw<{ message: string; field?: string } | null>(null);
	#notLooked = $state<Failure | null>(null);
	readonly #onchanged: (policy: PolicyFragment) => void;

	constructor(onchanged: (policy: PolicyFragment) => void) {
		this.#onchanged = onchanged;
	}

	protected abstract readonly sending: { busy: boolean; failure: Failure | null };
	protected abstract look(wanted: W): Promise<Touches | null | undefined>;
	protected abstract carryOut(wanted: W): Promise<void>;

	get busy(): boolean {
		return this.looking || this.sending.busy;
	}

	get failure(): Failure | null {
		return this.sending.failure ?? this.#notLooked;
	}

	/** Asks when it touches anybody, and does it when it does not. */
	async want(wanted: W): Promise<void> {
		if (this.busy) return;
		this.clear();
		this.looking = true;
		const touches = await this.look(wanted).then(
			(found) => found ?? { volunteers: 0, visits: 0 },
			(error: unknown) => {
				this.#notLooked = asFailure(error);
				return null;
			}
		);
		this.looking = false;
		if (!touches) return;
		if (touches.volunteers + touches.visits > 0) this.asking = { wanted, touches };
		else await this.carryOut(wanted);
	}

	async yes(): Promise<void> {
		if (this.asking) await this.carryOut(this.asking.wanted);
	}

	protected settle(answer: Answer | undefined): void {
		if (!answer) return;
		this.asking = null;
		if ('policy' in answer) this.#onchanged(answer.policy);
		else this.refused = answer;
	}

	clear(): void {
		this.asking = this.refused = this.#notLooked = this.sending.failure = null;
	}
}

/** Making a paper needed. */
export class Needing extends Tightening<Wanted> {
	protected readonly sending = new Sending(SetRequirementDocument);

	protected look(wanted: Wanted): Promise<Touches | null | undefined> {
		return call(RequirementTouchesDocument, wanted).then((answer) => answer.requirementTouches);
	}

	protected carryOut(wanted: Wanted): Promise<void> {
		return this.set(wanted, true);
	}

	async set(wanted: Wanted, needed: boolean): Promise<void> {
		this.settle((await this.sending.send({ input: { ...wanted, needed } }))?.setRequirement);
	}
}

/** Letting a paper count for less at one prison. */
export class Shortening extends Tightening<Shorter> {
	protected readonly sending = new Sending(SetCredentialValidityDocument);

	protected look(wanted: Shorter): Promise<Touches | null | undefined> {
		return call(ValidityTouchesDocument, wanted).then((answer) => answer.validityTouches);
	}

	protected async carryOut(wanted: Shorter): Promise<void> {
		this.settle((await this.sending.send({ input: wanted }))?.setCredentialValidity);
	}
}
