import type { Role } from '#lib/gql';
import { followNotifications } from '#features/notices/push/follow.ts';
import { keepShellFor } from './on-device';

let follows = false;

/** What a signed-in page needs of its device, once its first screen is there. */
export async function settle(role: Role): Promise<void> {
	if (!follows) followNotifications();
	follows = true;
	await keepShellFor(role);
}
