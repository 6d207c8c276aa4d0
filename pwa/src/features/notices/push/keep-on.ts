import { call } from '#lib/api';
import { MyPushDocument, SubscribePushDocument } from '#lib/gql';
import { ability, letGo, subscription, turnOn } from './device';

let looking: Promise<boolean> | null = null;

/**
 * This device is woken as whoever is here left it: when its push service or its browser lost the address, another one is
 * asked for, without a word, since leave was given before. What was somebody else's, or was turned off, goes. Whether it
 * was turned on again.
 */
export function keepOn(mayBeWoken: boolean): Promise<boolean> {
	return (looking ??= alone(() => look(mayBeWoken)).finally(() => (looking = null)));
}

/** One at a time: two tabs that open at once, or a look and a press, would each undo what the other made. */
export async function alone<Made>(work: () => Promise<Made>): Promise<Made> {
	// an old browser has no locks, nor what wakes it
	return 'locks' in navigator ? navigator.locks.request('push', work) : work();
}

async function look(mayBeWoken: boolean): Promise<boolean> {
	if (ability() !== 'able' || Notification.permission !== 'granted') return false;
	// first: what is made while the server answers is nobody else's
	const known = await subscription();
	const push = mayBeWoken ? (await call(MyPushDocument, {})).myPush : null;
	const own = push?.devices.find(({ current }) => current);
	if (!push || !own) {
		await letGo(known);
		return false;
	}
	if (known && !own.gone) return false;
	const target = await turnOn(push.publicKey);
	if (!target) return false;
	const { subscribePush } = await call(SubscribePushDocument, { input: target }, crypto.randomUUID());
	return subscribePush.__typename === 'SubscribePushSuccess';
}
