import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepViewer } from '#lib/offline/kept.ts';
import { add, itemsOf } from '#lib/offline/outbox.ts';
import { inMemory } from '../../vite/in-memory-database.ts';
import { pressed } from './press';
import { sendWaiting } from './waiting';

/** The browser around the worker: its windows, and what it shows. */
const browser = vi.hoisted(() => ({
	windows: [] as { visibilityState: string }[],
	lets: true,
	done: [] as unknown[]
}));
vi.mock('$app/service-worker', () => ({
	self: {
		clients: {
			matchAll: async () => browser.windows,
			openWindow: async (path: string) => void browser.done.push(path)
		},
		registration: {
			showNotification: async (title: string, { body, tag, lang, data }: NotificationOptions) => {
				if (!browser.lets) throw new TypeError('no leave');
				browser.done.push({ title, body, tag, lang, path: data.path });
			}
		}
	}
}));

const ELS = { personId: 'els', membershipId: 'els-volunteer' };
const VIEWER = { id: 'els', locale: 'nl', current: { id: 'els-volunteer', role: 'VOLUNTEER' }, memberships: [] };
const PATH = '/uitnodigingen/o';
const TAKEN = { __typename: 'OfferTaken', code: 'OFFER_TAKEN', message: 'Iemand was je net voor. Fijn dat je wilde.' };
const EXPIRED = { __typename: 'OfferExpired', code: 'OFFER_EXPIRED', message: 'De tijd is om.' };
const NOT_NOW = { __typename: 'NotEligible', code: 'NOT_ELIGIBLE', message: 'Dit kan nu niet: je VOG is verlopen. Anja de Boer helpt je verder.' };
const WON = { __typename: 'AcceptOfferSuccess', match: { id: 'm' } };
const NEWS = {
	event: 'offer.made',
	tag: 'o',
	path: PATH,
	lang: 'nl',
	offer: 'o',
	key: 'k',
	who: ELS,
	won: ['Het is gelukt', 'Tik om een moment te kiezen.'],
	unsent: ['Je antwoord is nog niet verstuurd', 'Tik om het in de app te geven.']
};

/** What the server says to a yes; none without a line. */
let outcome: object | null;

function says(title: string, body: string, lang = 'nl'): object {
	return { title, body, tag: 'o', lang, path: PATH };
}

function aWindow(visibilityState: string): { visibilityState: string } {
	return { visibilityState, focus: async () => undefined, postMessage: (_: unknown, [port]: MessagePort[]) => port?.postMessage(true) } as { visibilityState: string };
}

async function press(): Promise<void> {
	await pressed({ data: NEWS, close: () => undefined } as unknown as Notification, 'accept');
}

/** A yes that was given without a line, for who reads this language. */
async function aYesWaits(locale: string): Promise<void> {
	await keepViewer({ ...VIEWER, locale } as unknown as Parameters<typeof keepViewer>[0]);
	await add({ ...ELS, key: 'k', kind: 'accept', subject: 'o', documentId: 'd', variables: {} });
}

beforeEach(() => {
	Object.assign(browser, { windows: [], lets: true, done: [] });
	outcome = TAKEN;
	vi.stubGlobal('indexedDB', inMemory());
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('fetch', async () => {
		if (!outcome) throw new TypeError('no line');
		return new Response(JSON.stringify({ data: { acceptOffer: outcome } }));
	});
});

afterEach(() => vi.unstubAllGlobals());

function keepsNothing(): void {
	vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('', 'UnknownError'); } });
}

test.each([
	[TAKEN, says('Iemand was je net voor', 'Fijn dat je wilde.')],
	[EXPIRED, says('De tijd is om', '')],
	// who helps is a name: it stands on the screen, not on the lock screen
	[NOT_NOW, says('Dit kan nu niet: je VOG is verlopen', '')]
])('a phone that keeps nothing says itself why not, and then opens the question', async (refused, said) => {
	keepsNothing();
	outcome = refused;
	browser.windows = [aWindow('visible')];
	await press();
	expect(browser.done).toEqual([said]);
	[browser.windows, browser.done] = [[], []];
	await press();
	expect(browser.done).toEqual([said, PATH]);
});

test.each([WON, null])('a phone that keeps nothing leaves the rest to the screen', async (said) => {
	keepsNothing();
	outcome = said;
	await press();
	expect(browser.done).toEqual([PATH]);
});

test('what is kept is told by the screen that opens, and by nobody else', async () => {
	await keepViewer(VIEWER as unknown as Parameters<typeof keepViewer>[0]);
	await press();
	expect(browser.done).toEqual([PATH]);
	expect(await itemsOf(ELS)).toMatchObject([{ state: 'refused', message: TAKEN.message }]);
});

test.each([
	['nl', TAKEN, says('Iemand was je net voor', 'Fijn dat je wilde.')],
	['nl', NOT_NOW, says('Dit kan nu niet: je VOG is verlopen', '')],
	['nl', WON, says('Het is gelukt', 'Tik om een moment te kiezen.')],
	['en', WON, says('It worked', 'Tap to choose a time.', 'en')]
])('how a yes went that had waited is said with the app closed, or out of sight (%s)', async (locale, said, shown) => {
	for (const windows of [[], [aWindow('hidden')]]) {
		vi.stubGlobal('indexedDB', inMemory());
		Object.assign(browser, { windows, done: [] });
		outcome = said;
		await aYesWaits(locale);
		await sendWaiting();
		expect(browser.done).toEqual([shown]);
	}
});

test('a yes that was refused without words is said not to have arrived', async () => {
	await aYesWaits('nl');
	vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ errors: [{ message: '', extensions: { code: 'FORBIDDEN' } }] })));
	await sendWaiting();
	expect(browser.done).toEqual([says('Je ja is niet aangekomen', 'Tik om te kijken.')]);
});

test('in sight of the app, without leave, or without a line the phone itself says nothing', async () => {
	await aYesWaits('nl');
	outcome = null;
	await expect(sendWaiting()).rejects.toThrow('no line yet');
	outcome = TAKEN;
	browser.lets = false;
	await sendWaiting();
	expect((await itemsOf(ELS)).map(({ state }) => state)).toEqual(['refused']);
	vi.stubGlobal('indexedDB', inMemory());
	Object.assign(browser, { windows: [aWindow('visible')], lets: true });
	await aYesWaits('nl');
	await sendWaiting();
	expect(browser.done).toEqual([]);
});

test('only a yes is said so: a log that is refused waits in the app for who mends it', async () => {
	await keepViewer(VIEWER as unknown as Parameters<typeof keepViewer>[0]);
	await add({ ...ELS, key: 'l', kind: 'log', subject: 'v', documentId: 'd', variables: {} });
	await sendWaiting();
	expect(browser.done).toEqual([]);
});
