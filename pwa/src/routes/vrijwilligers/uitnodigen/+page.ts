import { screenFor } from '#lib/shell';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	return { Screen: await screenFor({ COORDINATOR: () => import('#features/volunteers/joining/Joining.svelte') }) };
};
