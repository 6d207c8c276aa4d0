import { screenFor } from '#lib/shell';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	return {
		Screen: await screenFor({
			COORDINATOR: () => import('#features/requests/inbox/Inbox.svelte'),
			STAFF: () => import('#features/requests/own/OwnRequests.svelte')
		})
	};
};
