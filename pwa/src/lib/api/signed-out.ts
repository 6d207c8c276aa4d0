import type { Failure, SessionEnd } from './failure';

// Any origin that is not ours does: a path that leads elsewhere shows by leaving it.
const OURS = 'https://ours.invalid';

/** Where sign-in sends the person back to; only paths of our own. */
export function returnPath(wanted: string | null): string {
	if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return '/';
	// Browsers drop tabs and line breaks inside an address: read it as they do.
	const read = new URL(wanted, OURS);
	return read.origin === OURS && !read.pathname.startsWith('//') ? read.pathname + read.search : '/';
}

/** The sign-in screen, which knows the way back and says why a session is over. */
export function signInPath(from: string, why?: SessionEnd | null): string {
	const known = new URLSearchParams();
	if (from !== '/') known.set('terug', from);
	if (why) known.set('waarom', why);
	return known.size ? `/inloggen?${known}` : '/inloggen';
}

/** Long enough to sign in in another tab, with a text in this one. */
const HELD_MS = 600_000;
/** How long what somebody does themselves takes to clear the device and lead on, at the most. */
const LEAVING_MS = 10_000;
let stayingUntil = 0;

/** Whoever sends a text finds out that the session is over: the text stays for a while, or until it is let go. */
export function holdText(ms = HELD_MS): void {
	stayingUntil = Date.now() + ms;
}

/** Somebody ends the session themselves, or did not after all: what is asked meanwhile and refused then leads nowhere. */
export function leaveOnPurpose(leaving = true): void {
	holdText(leaving ? LEAVING_MS : 0);
}

/** A session that ended leads to the sign-in screen; the page is loaded anew, so that nothing typed or read stays in it. */
export function leaveWhenSignedOut(failure: Failure): void {
	if (failure.reason !== 'signed-out' || location.pathname === '/inloggen' || Date.now() < stayingUntil) return;
	// without a cookie the server cannot know: somebody was here, as there is a page to leave
	location.replace(signInPath(location.pathname, failure.why ?? 'ENDED'));
}
