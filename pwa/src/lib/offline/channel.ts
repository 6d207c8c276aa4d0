/** What tabs and the service worker tell each other. */
export interface Told {
	/** Something changed in the outbox. */
	outbox?: true;
	/** Somebody signed in here, in this membership. */
	here?: string;
	/** Somebody signed out, on this page. */
	left?: string;
}

/** This page, which hears what it tells itself: it knows where it goes after signing out. */
export const HERE = crypto.randomUUID();

export const NAME = 'vrijplaats';

export function tell(told: Told): void {
	const channel = new BroadcastChannel(NAME);
	channel.postMessage(told);
	channel.close();
}
