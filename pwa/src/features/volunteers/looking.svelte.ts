import type { ActivityKind, RegisterQueryVariables } from '#lib/gql';
import { statusesOf } from './statuses';

type Wanted = Omit<RegisterQueryVariables, 'first' | 'after'>;

/** Whom one looks for in the register; '' narrows nothing. What was chosen last begins at the first page again. */
export class Looking {
	pages = $state(1);
	search = $state('');
	#status = $state('');
	#facility = $state('');
	#kind = $state('');
	#language = $state('');
	#ending = $state(false);
	#notJoined = $state(false);

	get status(): string { return this.#status; }
	set status(value: string) { this.#status = value; this.pages = 1; }
	get facility(): string { return this.#facility; }
	set facility(value: string) { this.#facility = value; this.pages = 1; }
	get kind(): string { return this.#kind; }
	set kind(value: string) { this.#kind = value; this.pages = 1; }
	get language(): string { return this.#language; }
	set language(value: string) { this.#language = value; this.pages = 1; }
	get ending(): boolean { return this.#ending; }
	set ending(value: boolean) { this.#ending = value; this.pages = 1; }

	/** Only who has no account yet. */
	get notJoined(): boolean { return this.#notJoined; }
	set notJoined(value: boolean) { this.#notJoined = value; this.pages = 1; }

	/** Nothing narrows it. */
	get isWide(): boolean {
		return !this.search && !this.#status && !this.#facility && !this.#kind && !this.#language && !this.#ending && !this.#notJoined;
	}

	get variables(): Wanted {
		return {
			statuses: statusesOf(this.#status),
			search: this.search || null,
			facilityId: this.#facility || null,
			kind: (this.#kind || null) as ActivityKind | null,
			language: this.#language || null,
			ending: this.#ending,
			joined: this.#notJoined ? false : null
		};
	}

	clear = (): void => {
		this.search = '';
		this.#status = this.#facility = this.#kind = this.#language = '';
		this.#ending = this.#notJoined = false;
		this.pages = 1;
	};
}
