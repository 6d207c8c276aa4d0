import { exists } from './database';
import { forget, forgetEverything } from './kept';
import { tidy } from './outbox';

/**
 * Who is here keeps no lists, or nobody is here. Of who was before, nothing stays but the answers that may still be sent,
 * and those only for as long as they may: also where nobody comes back who would send them. `shared`: others work here too.
 */
export async function forgetLists(shared = false): Promise<void> {
	if (!(await exists())) return;
	await tidy().catch(() => undefined);
	await (shared ? forgetEverything() : forget());
}
