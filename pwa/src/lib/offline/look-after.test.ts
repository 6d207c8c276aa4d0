import { afterEach, expect, test, vi } from 'vitest';
import { Live } from '#lib/api/live.svelte.ts';
import { answers } from './answers.svelte';
import { isLate } from './look-after.svelte.ts';
import type { Item } from './rules';

const T = Date.UTC(2026, 10, 26, 17);
const ASKED: Item = {
	personId: 'els', membershipId: 'volunteer', place: 1, key: 'k', kind: 'decline', subject: 'o', documentId: 'd', variables: {},
	madeAt: T - 60_000, tries: 0, faults: 0, state: 'waiting'
};

afterEach(() => {
	answers.items = [];
	vi.useRealTimers();
});

test('what was answered is no open question until the list is newer than the answer', () => {
	expect(answers.hides('o', new Date(T))).toBe(false);
	answers.items = [ASKED];
	expect(answers.hides('o', new Date(T + 1))).toBe(true);
	for (const state of ['sent', 'refused'] as const) {
		answers.items = [{ ...ASKED, state, settledAt: T }];
		expect([null, new Date(T - 1), new Date(T), new Date(T + 1)].map((at) => answers.hides('o', at))).toEqual([true, true, false, false]);
		expect(answers.hides('another', new Date(T - 1))).toBe(false);
	}
});

test('a list is from when it was asked for, not from when it came', async () => {
	vi.useFakeTimers({ now: T });
	const line = Promise.withResolvers<string[]>();
	const source = new Live(() => line.promise);
	const looked = source.refresh();
	vi.setSystemTime(T + 3_000);
	line.resolve(['o']);
	await looked;
	expect(source.updatedAt).toEqual(new Date(T));
});

test('only an answer that went after the list was asked for makes it be looked at again', () => {
	const gone: Item = { ...ASKED, state: 'sent', settledAt: T };
	expect(isLate(new Date(T - 1), [ASKED, null])).toBe(false);
	expect(isLate(new Date(T - 1), [ASKED, gone])).toBe(true);
	expect(isLate(new Date(T), [gone])).toBe(false);
	// it is on its way already
	expect(isLate(null, [gone])).toBe(false);
});
