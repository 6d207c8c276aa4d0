import { exists } from './database';
import { forget, forgetEverything } from './kept';
import { somethingWaits, tidy } from './outbox';

/**
 * Who is here keeps no lists, or nobody is here. Of who was before, nothing stays but the answers that may still be sent,
 * and those only for as long as they may: also where nobody comes back who would send them. `shared`: others work here too.
 * Says whether an answer still waits.
 */
export async function forgetLists(shared = false): Promise<boolean> {
	if (!(await exists())) return false;
	await tidy().catch(() => undefined);
	await (shared ? forgetEverything() : forget());
	return somethingWaits();
}
