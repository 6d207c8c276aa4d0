import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { ActivityKind, RegisterFilter } from '#lib/gql';
import { addressOf, narrowOf, NOTHING, type Narrow } from './address';
import { pausedOf, statusesOf } from './statuses';

type Wanted = RegisterFilter & { ending: boolean };

/**
 * Whom one looks for in the register; '' narrows nothing. It stands in the address, so that a link shows a colleague the same;
 * what is typed does not. What was chosen last begins at the first page again.
 */
export class Looking {
	pages = $state(1);
	search = $state('');
	// as text, so that opening another file asks for no other list
	readonly #asked = $derived(JSON.stringify(narrowOf(page.url.searchParams)));
	readonly #narrow = $derived<Narrow>(JSON.parse(this.#asked));

	get status(): string { return this.#narrow.status; }
	set status(value: string) { this.#set({ status: value }); }
	get facility(): string { return this.#narrow.facility; }
	set facility(value: string) { this.#set({ facility: value }); }
	get kind(): string { return this.#narrow.kind; }
	set kind(value: string) { this.#set({ kind: value }); }
	get language(): string { return this.#narrow.language; }
	set language(value: string) { this.#set({ language: value }); }
	get ending(): boolean { return this.#narrow.ending; }
	set ending(value: boolean) { this.#set({ ending: value }); }
	/** Only who has no account yet. */
	get notJoined(): boolean { return this.#narrow.notJoined; }
	set notJoined(value: boolean) { this.#set({ notJoined: value }); }

	/** Nothing narrows it. */
	get isWide(): boolean {
		return !this.search && this.#asked === JSON.stringify(NOTHING);
	}

	get variables(): Wanted {
		return {
			statuses: statusesOf(this.status),
			paused: pausedOf(this.status),
			search: this.search || null,
			facilityId: this.facility || null,
			kind: (this.kind || null) as ActivityKind | null,
			language: this.language || null,
			ending: this.ending,
			joined: this.notJoined ? false : null
		};
	}

	/** The list as it is narrowed, with this file open. */
	address(volunteer: string | null = null): string {
		return addressOf(this.#narrow, volunteer);
	}

	clear = (): void => {
		this.search = '';
		this.#set(NOTHING);
	};

	#set(part: Partial<Narrow>): void {
		this.pages = 1;
		void goto(addressOf({ ...this.#narrow, ...part }), { replace: true, reset: false });
	}
}
