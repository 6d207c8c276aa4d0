import { goto } from '$app/navigation';
import type { Failure } from './failure';

/** Where sign-in sends the person back to; only paths of our own. */
export function returnPath(wanted: string | null): string {
	return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

export function signInPath(from: string): string {
	return from === '/' ? '/inloggen' : `/inloggen?terug=${encodeURIComponent(from)}`;
}

/** A session that ended leads to the sign-in screen, which knows the way back. */
export function leaveWhenSignedOut(failure: Failure): void {
	if (failure.reason !== 'signed-out' || location.pathname === '/inloggen') return;
	void goto(signInPath(location.pathname));
}
