const KEY = 'uitnodiging';

/** The token in the address, which is taken out of it: no history, log or referrer keeps it. It stays for this tab, so
 * that one can sign in first and come back. */
export function takeToken(): string | null {
	const inAddress = location.hash.slice(1);
	if (inAddress) {
		sessionStorage.setItem(KEY, inAddress);
		history.replaceState(history.state, '', location.pathname);
	}
	return sessionStorage.getItem(KEY);
}

export function forgetToken(): void {
	sessionStorage.removeItem(KEY);
}
