/** As long as this after a key, a touch or a scroll somebody is taken to be here. */
const STILL_HERE_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

let last = performance.now();

if (typeof window !== 'undefined') {
	for (const sign of SIGNS) window.addEventListener(sign, () => (last = performance.now()), { capture: true, passive: true });
}

/** Whether somebody uses this page, or it is only open. Opening it counts as using it. */
export function someoneIsHere(now: number = performance.now()): boolean {
	return now - last < STILL_HERE_MS;
}
