import { emptyWish, isStarted, type Wish } from './rules';

/**
 * What is filled in but not sent, for as long as this page is open. In memory only: the computers inside are
 * shared, and a name must not stay behind on their disk. Another person finds an empty form.
 */
class Draft {
	wish = $state<Wish>(emptyWish());
	#owner = '';

	/** The draft of this person; somebody else's is thrown away. */
	open(membershipId: string): Wish {
		if (this.#owner !== membershipId) this.clear();
		this.#owner = membershipId;
		return this.wish;
	}

	clear(): void {
		this.wish = emptyWish();
	}

	get started(): boolean {
		return isStarted(this.wish);
	}
}

export const draft = new Draft();
