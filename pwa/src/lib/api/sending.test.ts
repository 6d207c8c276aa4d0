import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { AcceptOfferDocument, EndMyMembershipDocument } from '#lib/gql';
import { afterEveryVerb, Sending } from './sending.svelte';

/** A server that answers what a test tells it to, and keeps what it heard. */
interface Heard {
	headers: IncomingHttpHeaders;
	body: { documentId?: string; query?: string; variables: unknown };
}
type Reply = { status: number; body: string } | 'hang up';

const WON = { status: 200, body: '{"data":{"acceptOffer":{"__typename":"OfferTaken","code":"OFFER_TAKEN","message":"Net voor."}}}' };
const YES = { input: { offerId: '1' } };
const realFetch = globalThis.fetch;
let server: Server;
let heard: Heard[] = [];
let replies: Reply[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		let text = '';
		request.on('data', (part) => (text += part));
		request.on('end', () => {
			heard.push({ headers: request.headers, body: JSON.parse(text) });
			const reply = replies.shift() ?? WON;
			if (reply === 'hang up') request.socket.destroy();
			else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	// Outside a browser a path needs a host.
	vi.stubGlobal('fetch', (path: string, options: RequestInit) => realFetch(`http://127.0.0.1:${port}${path}`, options));
});

afterAll(() => {
	vi.unstubAllGlobals();
	server.close();
});

beforeEach(() => {
	heard = [];
	replies = [];
});

function keys(): unknown[] {
	return heard.map(({ headers }) => headers['idempotency-key']);
}

test('a document travels as its hash, with the header that other sites cannot send', async () => {
	await new Sending(AcceptOfferDocument).send(YES);
	expect(heard[0]?.body.documentId).toMatch(/^sha256:[0-9a-f]{64}$/);
	expect(heard[0]?.body.query).toBeUndefined();
	expect(heard[0]?.headers['x-vrijplaats']).toBe('1');
});

test('a retry after a lost line says the same thing with the same key', async () => {
	replies = ['hang up', WON];
	const accepting = new Sending(AcceptOfferDocument);
	expect(await accepting.send(YES)).toBeNull();
	expect(accepting.failure?.reason).toBe('offline');
	expect(accepting.failure?.unheard).toBe(true);
	expect((await accepting.send(YES))?.acceptOffer.__typename).toBe('OfferTaken');
	expect(accepting.failure).toBeNull();
	expect(keys()[0]).toBe(keys()[1]);
});

test('once answered, saying it again is a new intent', async () => {
	const accepting = new Sending(AcceptOfferDocument);
	await accepting.send(YES);
	await accepting.send(YES);
	expect(keys()[0]).not.toBe(keys()[1]);
});

test('two presses at once are sent once', async () => {
	const accepting = new Sending(AcceptOfferDocument);
	await Promise.all([accepting.send(YES), accepting.send(YES)]);
	expect(heard).toHaveLength(1);
});

test('a masked surprise keeps its short code', async () => {
	replies = [{ status: 500, body: '{"data":null,"errors":[{"message":"Code VP-7F3K.","extensions":{"code":"INTERNAL","correlation":"VP-7F3K"}}]}' }];
	const accepting = new Sending(AcceptOfferDocument);
	await accepting.send(YES);
	expect(accepting.failure).toMatchObject({ reason: 'broken', code: 'VP-7F3K' });
});

test('an answer that is no JSON is broken, not a crash', async () => {
	replies = [{ status: 502, body: '<html>' }];
	const accepting = new Sending(AcceptOfferDocument);
	await accepting.send(YES);
	expect(accepting.failure?.reason).toBe('broken');
});

test('what follows a verb follows every one that was answered, and none after which somebody has gone', async () => {
	const follow = vi.fn();
	afterEveryVerb(follow);
	replies = ['hang up', WON, WON];
	const accepting = new Sending(AcceptOfferDocument);
	await accepting.send(YES);
	expect(follow).not.toHaveBeenCalled();
	await accepting.send(YES);
	expect(follow).toHaveBeenCalledTimes(1);
	const stopping = new Sending(EndMyMembershipDocument, { leaves: true });
	expect(await stopping.send({ input: { membershipId: '1' } })).not.toBeNull();
	expect(follow).toHaveBeenCalledTimes(1);
});
