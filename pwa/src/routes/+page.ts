import { redirect } from '@sveltejs/kit';
import { homeOf, session } from '#lib/session';
import type { PageLoad } from './$types';

/** Home is the first place of one's role. */
export const load: PageLoad = async ({ parent }) => {
	await parent();
	if (session.signedIn) redirect(307, homeOf(session.role));
};
