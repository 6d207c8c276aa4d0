import { session } from '#lib/session';
import { tell } from './channel';
import { forget, forgetAllOf, whoIs } from './kept';
import { itemsOf } from './outbox';
import { sendAll } from './sending-later';

/** How many answers would be lost by signing out now; what can still be sent, is. */
export async function unsent(): Promise<number> {
	const waiting = async (): Promise<number> => (await itemsOf(whoIs(session.viewer))).filter(({ state }) => state === 'waiting').length;
	if (session.role !== 'VOLUNTEER' || (await waiting()) === 0) return 0;
	await sendAll();
	return waiting();
}

/** Somebody has signed out: nothing of theirs stays on this device, and not on the screen of another tab. */
export async function leaveNothing(): Promise<void> {
	try {
		await (session.signedIn ? forgetAllOf(session.viewer.id) : forget());
	} catch {
		// where nothing can be kept, nothing is there
	}
	tell({ left: true });
}
