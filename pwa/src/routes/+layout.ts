import { redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/api';
import { homeOf, isOutside, mayVisit, session } from '#lib/session';
import type { LayoutLoad } from './$types';

export const ssr = false;

/** Nobody sees a screen before we know who they are, and everyone sees the screens of their own role. */
export const load: LayoutLoad = async ({ url }) => {
	if (isOutside(url.pathname)) return;
	if (!(await session.load())) redirect(307, signInPath(url.pathname, session.failure?.why));
	if (session.signedIn && !mayVisit(session.role, url.pathname)) redirect(307, homeOf(session.role));
};
