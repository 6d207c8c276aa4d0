import { redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/api';
import { dayKey } from '#lib/i18n';
import { homeOf, isOutside, mayVisit, session } from '#lib/session';
import { menu, onDesk } from '#lib/shell/menu.svelte.ts';
import type { LayoutLoad } from './$types';
import { beginScreen } from './begin';

export const ssr = false;

/** Nobody sees a screen before we know who they are, and everyone sees the screens of their own role. */
export const load: LayoutLoad = async ({ url }) => {
	if (isOutside(url.pathname)) return;
	if (!session.signedIn || session.role === 'VOLUNTEER') beginScreen(url.pathname);
	const asked = Promise.all([session.load(), onDesk.current && menu.load()]);
	// a browser reads its calendar at the first date that is asked for, a tenth of a second on a phone: while the line is waited for
	setTimeout(dayKey, 0, new Date());
	const [known] = await asked;
	if (!known) redirect(307, signInPath(url.pathname, session.failure?.why));
	if (session.signedIn && !mayVisit(session.role, url.pathname)) redirect(307, homeOf(session.role));
};
