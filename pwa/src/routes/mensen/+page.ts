import { screenFor } from '#lib/shell';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	await parent();
	const people = () => import('#features/accounts/people/People.svelte');
	return { Screen: await screenFor({ COORDINATOR: people, STAFF: people }) };
};
