import { session } from '#lib/session';
import { HERE, tell } from './channel';
import { forgetTab } from './in-tab';
import { forget, forgetAllOf } from './kept';
import { waitingOf } from './outbox';
import { calm, sendAll } from './sending-later';

/** How many answers would be lost by signing out now; what can still be sent, is. */
export async function unsent(): Promise<number> {
	const { id } = session.viewer;
	// what could not even be tried still waits, and is counted
	if ((await waitingOf(id)) > 0) await sendAll().catch(() => undefined);
	await calm();
	return waitingOf(id);
}

/** Somebody has signed out: nothing of theirs stays on this device, and not on the screen of another tab. */
export async function leaveNothing(): Promise<void> {
	try {
		forgetTab();
		await (session.signedIn ? forgetAllOf(session.viewer.id) : forget());
	} catch {
		// where nothing can be kept, nothing is there
	}
	tell({ left: HERE });
}
