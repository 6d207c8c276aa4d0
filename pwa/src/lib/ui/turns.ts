/** At the latest after this many milliseconds, busy or not. */
const PATIENCE_MS = 300;

const waiting: (() => void)[] = [];

/**
 * Lets `make` have a task of its own, in the order of asking, once the screen has nothing better to do: a screen of many parts
 * shows its first part at once, and a touch never waits for all of them.
 *
 * @returns what takes the place in the row back.
 */
export function inTurn(make: () => void): () => void {
	waiting.push(make);
	if (waiting.length === 1) soon();
	return () => {
		const place = waiting.indexOf(make);
		if (place >= 0) waiting.splice(place, 1);
	};
}

function soon(): void {
	// Safari knows no idle moments
	if ('requestIdleCallback' in globalThis) requestIdleCallback(next, { timeout: PATIENCE_MS });
	else setTimeout(next, 0);
}

function next(): void {
	const make = waiting.shift();
	if (waiting.length > 0) soon();
	make?.();
}
