import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '#lib/session';
import { inMemory } from '../../../vite/in-memory-database.ts';
import { asked, within } from './database';
import { Halfway } from './halfway.svelte';
import { forget } from './kept';

/** A form with one number, which the server knows as well. */
class Form {
	number: number | null = null;
	saved: number | null = 3;
	readonly half = new Halfway<number>(() => 'maximum', {
		get: () => this.number,
		set: (kept) => (this.number = kept),
		over: () => this.saved
	});

	/** What the effect of a component does, once what was kept has been looked up. */
	async look(): Promise<this> {
		await written();
		this.half.follow();
		await written();
		return this;
	}

	async fill(number: number | null): Promise<void> {
		this.number = number;
		await this.look();
	}
}

/** The database is asked in turns of its own, which come in order: after so many of them all is written. */
async function written(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done));
}

const ofWhom = (id: string, role = 'VOLUNTEER'): Response =>
	new Response(JSON.stringify({ data: { viewer: { id, locale: 'nl', current: { id: `${id}-as-${role}`, role }, memberships: [] } } }));

async function here(id: string, role?: string): Promise<void> {
	session.forget();
	vi.stubGlobal('fetch', async () => ofWhom(id, role));
	await session.load();
}

beforeEach(async () => {
	vi.stubGlobal('indexedDB', inMemory());
	await here('els');
});

afterEach(() => vi.unstubAllGlobals());

test('what was filled in half-way is there again, and is said not to be saved', async () => {
	const form = await new Form().look();
	expect(form.half.back).toBe(false);
	await form.fill(5);
	const again = await new Form().look();
	expect(again.number).toBe(5);
	expect([again.half.back, again.half.meanwhile]).toEqual([true, false]);
	again.half.undo();
	await again.look();
	expect(again.half.back).toBe(false);
	// what is filled in after that is new
	again.saved = 2;
	await again.fill(6);
	expect([again.half.back, again.half.meanwhile]).toEqual([false, false]);
	await again.fill(null);
	expect((await new Form().look()).number).toBeNull();
});

test('what the server says changed meanwhile: that is said, also the next time', async () => {
	await (await new Form().look()).fill(5);
	for (const _time of [1, 2]) {
		const again = new Form();
		again.saved = 2;
		await again.look();
		expect([again.number, again.half.back, again.half.meanwhile]).toEqual([5, true, true]);
	}
});

test('nothing is put back before the server said what stands, nor over what somebody fills in already', async () => {
	await (await new Form().look()).fill(5);
	const waiting = new Form();
	waiting.saved = null;
	await waiting.look();
	expect([waiting.number, waiting.half.back]).toEqual([null, false]);
	waiting.saved = 3;
	await waiting.look();
	expect(waiting.number).toBe(5);
	const busy = new Form();
	await busy.fill(8);
	expect([busy.number, busy.half.back]).toEqual([8, false]);
});

test('what was sent is gone, and is not kept anew', async () => {
	const form = await new Form().look();
	await form.fill(5);
	form.half.drop();
	await form.fill(6);
	expect((await new Form().look()).number).toBeNull();
});

test('it is nobody else\u2019s, gone with who was here, a week old at most, and never of a desk', async () => {
	await (await new Form().look()).fill(5);
	await here('jan');
	expect((await new Form().look()).number).toBeNull();
	await here('els');
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 24 * 3_600_000 });
	expect((await new Form().look()).number).toBeNull();
	vi.useRealTimers();
	expect((await new Form().look()).number).toBe(5);
	await forget();
	expect((await new Form().look()).number).toBeNull();
	await here('anja', 'COORDINATOR');
	await (await new Form().look()).fill(5);
	expect(await within('drafts', 'readonly', (store) => asked(store.getAll()))).toEqual([]);
});
