/** This device: whether it can be woken, and letting it. */

/** Without a line a browser may never answer. */
const PATIENCE_MS = 15_000;
const LET_GO_MS = 2_000;

export type Ability = 'able' | 'unsupported' | 'install' | 'blocked';

/** What the server wants to know of this device. */
export interface Target {
	endpoint: string;
	p256dh: string;
	auth: string;
}

export class NoAnswer extends Error {}

/** iPads say they are a Mac. */
function isApple(): boolean {
	return /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}

export function ability(): Ability {
	const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
	if (!able) return isApple() && !matchMedia('(display-mode: standalone)').matches ? 'install' : 'unsupported';
	return Notification.permission === 'denied' ? 'blocked' : 'able';
}

/** The address that the browser holds for this device. */
export async function subscription(): Promise<PushSubscription | null> {
	const registration = await navigator.serviceWorker?.getRegistration();
	return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Whether there is one, and it may be used. */
export async function isKnown(): Promise<boolean> {
	return ability() === 'able' && Notification.permission === 'granted' && (await subscription()) !== null;
}

/** Asks the person, then the browser; null when the person would rather not. Throws NoAnswer. */
export async function turnOn(publicKey: string): Promise<Target | null> {
	if ((await Notification.requestPermission()) !== 'granted') return null;
	const { pushManager } = await within(PATIENCE_MS, navigator.serviceWorker.ready);
	// one made under another key would be refused
	await (await pushManager.getSubscription())?.unsubscribe();
	const made = await within(PATIENCE_MS, pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
	const { endpoint, keys } = made.toJSON();
	if (!endpoint || !keys?.p256dh || !keys.auth) throw new NoAnswer();
	return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

/**
 * Nothing of whoever was signed in here stays: no address (the one given, or any), and nothing on the lock screen. A
 * browser has one address at a time and lets go of that one, however old what it is asked by: so it is looked at first.
 */
export async function letGo(known?: PushSubscription | null): Promise<void> {
	const going = async (): Promise<void> => {
		const registration = await navigator.serviceWorker?.getRegistration();
		for (const shown of (await registration?.getNotifications?.()) ?? []) shown.close();
		const now = await subscription();
		if (known === undefined || known?.endpoint === now?.endpoint) await now?.unsubscribe();
	};
	await within(LET_GO_MS, going()).catch(() => undefined);
}

function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
	return Promise.race([
		promise,
		new Promise<never>((_, refuse) => setTimeout(() => refuse(new NoAnswer()), ms))
	]);
}
