const KEY = 'vrijplaats.here';

/** Whose it is, and of which day: another person, membership or day begins anew. */
export interface Whose {
	by: string;
	on: string;
}

interface Kept extends Whose {
	what: unknown;
}

/** What this tab keeps of somebody's work that is not sent yet, through a reload or a look elsewhere. Never a name. */
export function inTab<What>({ by, on }: Whose, store: Storage = sessionStorage): What | null {
	try {
		const kept = JSON.parse(store.getItem(KEY) ?? 'null') as Kept | null;
		return kept?.by === by && kept.on === on ? (kept.what as What) : null;
	} catch {
		return null; // where nothing can be kept, nothing is there
	}
}

/** Keeps it in place of what was kept; null keeps nothing. */
export function keepInTab(whose: Whose, what: object | null, store: Storage = sessionStorage): void {
	try {
		if (what === null) forgetTab(store);
		else store.setItem(KEY, JSON.stringify({ by: whose.by, on: whose.on, what }));
	} catch {
		// then it lives as long as the page does
	}
}

export function forgetTab(store: Storage = sessionStorage): void {
	store.removeItem(KEY);
}
