import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MyPushDocument, SubscribePushDocument } from '#lib/gql';
import { alone, keepOn } from './keep-on';

const KEYS = { p256dh: 'k', auth: 'a' };
const SUCCESS = { subscribePush: { __typename: 'SubscribePushSuccess' } };

/** What the browser holds, what the server knows of this device, and what it was told. */
let held: string | null;
let own: { gone: boolean } | null;
let permission: NotificationPermission;
let told: string[];
let closed: number;
let asked: number;

function subscription(endpoint: string): unknown {
	return {
		endpoint,
		toJSON: () => ({ endpoint, keys: KEYS }),
		// as browsers do: what they have by now goes, whichever it was when it was asked for
		unsubscribe: async () => {
			held = null;
			return true;
		}
	};
}

const registration = {
	getNotifications: async () => [{ close: () => closed++ }],
	pushManager: {
		getSubscription: async () => (held === null ? null : subscription(held)),
		subscribe: async () => subscription((held = 'new'))
	}
};

async function served(_path: string, { body }: { body: string }): Promise<Response> {
	const { documentId, variables } = JSON.parse(body);
	asked++;
	if (documentId === SubscribePushDocument.__meta__?.hash) {
		told.push(variables.input.endpoint);
		return new Response(JSON.stringify({ data: SUCCESS }));
	}
	expect(documentId).toBe(MyPushDocument.__meta__?.hash);
	const devices = [{ id: 'other', current: false, gone: false }, ...(own ? [{ id: 'own', current: true, ...own }] : [])];
	return new Response(JSON.stringify({ data: { myPush: { publicKey: 'p', devices } } }));
}

beforeEach(() => {
	[held, own, permission, told, closed, asked] = ['old', { gone: false }, 'granted', [], 0, 0];
	const notification = { get permission() { return permission; }, requestPermission: async () => permission };
	vi.stubGlobal('Notification', notification);
	vi.stubGlobal('window', { PushManager: {}, Notification: notification });
	const serviceWorker = { ready: Promise.resolve(registration), getRegistration: async () => registration };
	vi.stubGlobal('navigator', { serviceWorker, userAgent: '', locks: { request: (_: string, work: () => unknown) => work() } });
	vi.stubGlobal('fetch', served);
});

afterEach(() => vi.unstubAllGlobals());

test('a device that is woken is left as it is', async () => {
	expect(await keepOn(true)).toBe(false);
	expect([held, told, closed]).toEqual(['old', [], 0]);
});

test('what somebody turns on while it is looked at is not undone', async () => {
	let last: Promise<unknown> = Promise.resolve();
	const request = (_: string, work: () => Promise<unknown>): Promise<unknown> => (last = last.then(work));
	vi.stubGlobal('navigator', { ...navigator, locks: { request } });
	[held, own] = [null, null];
	const looking = keepOn(true);
	const byHand = alone(async () => {
		held = 'mine';
		// the browser has it before the server knows
		await new Promise((done) => setTimeout(done, 20));
		own = { gone: false };
	});
	expect(await looking).toBe(false);
	await byHand;
	expect([held, told]).toEqual(['mine', []]);
});

test.each([
	['the push service forgot it', 'old', true],
	['the browser lost its address', null, false],
	['both', null, true]
])('when %s, another address is asked for and the server is told', async (_, before, gone) => {
	[held, own] = [before, { gone }];
	expect(await keepOn(true)).toBe(true);
	expect([held, told]).toEqual(['new', ['new']]);
});

test('what somebody else left behind, or was turned off, goes and never comes back by itself', async () => {
	own = null;
	expect(await keepOn(true)).toBe(false);
	expect([held, told, closed]).toEqual([null, [], 1]);
	expect(await keepOn(true)).toBe(false);
	expect([held, told]).toEqual([null, []]);
});

test('of somebody who is never woken, the server is asked nothing', async () => {
	expect(await keepOn(false)).toBe(false);
	expect([held, asked]).toEqual([null, 0]);
});

test.each(['default', 'denied'] as const)('without leave nothing is asked for: %s', async (given) => {
	[permission, own] = [given, { gone: true }];
	expect(await keepOn(true)).toBe(false);
	expect([asked, told]).toEqual([0, []]);
});

test('what is turned on by hand meanwhile is not taken for what somebody left', async () => {
	[held, own] = [null, null];
	const looked = keepOn(true);
	await registration.pushManager.getSubscription().then(() => (held = 'by hand'));
	await looked;
	expect(held).toBe('by hand');
});

test('an address that the browser made anew meanwhile is not let go for the one that was there', async () => {
	own = null;
	const looked = keepOn(true);
	await registration.pushManager.getSubscription().then(() => (held = 'anew'));
	await looked;
	expect([held, told]).toEqual(['anew', []]);
});

test('who asks while it is being looked at gets the same answer', async () => {
	own = { gone: true };
	expect(await Promise.all([keepOn(true), keepOn(true)])).toEqual([true, true]);
	expect(told).toEqual(['new']);
});
