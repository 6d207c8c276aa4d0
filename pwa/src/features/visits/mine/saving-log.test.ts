import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { itemsOf } from '#lib/offline/outbox.ts';
import { session } from '#lib/session';
import { inMemory } from '../../../../vite/in-memory-database.ts';
import type { Report } from './rules';
import { SavingLog } from './saving-log.svelte';

const ELS = { personId: 'els', membershipId: 'els-volunteer' };
const VIEWER = { id: 'els', locale: 'nl', current: { id: 'els-volunteer', role: 'VOLUNTEER' }, memberships: [] };
const VISIT = { id: 'v', startsAt: '2026-11-22T13:00:00Z' };
const MINE: Report = { outcome: 'HELD', minutes: 55, kilometres: 31, setting: 'PRIVATE_ROOM' };
const OTHER = {
	__typename: 'LoggedDifferently',
	code: 'LOGGED_DIFFERENTLY',
	message: 'Er staat al een verslag: het ging door, 60 minuten, 24 km. Jij had: het ging door, 55 minuten, 31 km.'
};

// the screen's rows are compiled when they are first asked for, which takes long on a machine that does other things too
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let outcome: object | null;

beforeEach(async () => {
	vi.stubGlobal('indexedDB', inMemory());
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data: outcome ? { logVisit: outcome } : { viewer: VIEWER } })));
	outcome = null;
	await session.load();
});

afterEach(() => vi.unstubAllGlobals());

async function entered(): Promise<unknown[]> {
	return (await itemsOf(ELS)).map(({ state, message, variables }) => ({ state, message, variables }));
}

test('the very same log was there already: all is well, and nothing stays', async () => {
	outcome = { __typename: 'AlreadyLogged', code: 'ALREADY_LOGGED', message: 'Dit stond er al, alles is goed.' };
	expect(await new SavingLog().save(VISIT, MINE)).toEqual({ done: 'already' });
	expect(await entered()).toEqual([]);
});

test('another log was there already: what was entered stays on the phone, with why, also when it was told at once', async () => {
	outcome = OTHER;
	expect(await new SavingLog().save(VISIT, MINE)).toEqual({ problem: OTHER.message });
	const input = { visitId: 'v', outcome: 'HELD', minutes: 55, setting: 'PRIVATE_ROOM', travelKilometres: 31 };
	expect(await entered()).toEqual([{ state: 'refused', message: OTHER.message, variables: { input } }]);
});

test('what was refused is mended by the log that takes its place', async () => {
	outcome = OTHER;
	const saving = new SavingLog();
	await saving.save(VISIT, MINE);
	outcome = { __typename: 'LogVisitSuccess', visit: { id: 'v', state: 'LOGGED' } };
	expect(await saving.save(VISIT, { ...MINE, minutes: 60 })).toEqual({ done: 'saved' });
	expect(await entered()).toEqual([]);
});
