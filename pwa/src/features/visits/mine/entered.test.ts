import { afterEach, expect, test } from 'vitest';
import { language } from '#lib/i18n/language.svelte.ts';
import { inWords, saysElse, standing, toCorrect } from './entered';

const LOG = { outcome: 'HELD', minutes: 60, setting: 'PRIVATE_ROOM', travelKilometres: 24, loggedAt: '2026-11-22T15:00:00Z', correctedAt: null } as const;
const INSIDE = { log: LOG, outside: false };
const SAME = { outcome: 'HELD', minutes: 60, setting: 'PRIVATE_ROOM', travelKilometres: 24 } as const;
const WHEN = '2026-11-22T13:00:00Z';

afterEach(() => {
	language.current = 'nl';
});

test('the same log says nothing else; each figure that differs does', () => {
	expect(saysElse(INSIDE, SAME)).toBe(false);
	expect(saysElse(INSIDE, { ...SAME, travelKilometres: 24.04 })).toBe(false);
	for (const change of [{ minutes: 55 }, { travelKilometres: 24.1 }, { setting: 'SUPERVISED_HALL' }, { outcome: 'DETAINEE_ABSENT' }] as const) {
		expect(saysElse(INSIDE, { ...SAME, ...change })).toBe(true);
	}
});

test('outside, the room is what the server makes of it; of a visit that was off nothing stands', () => {
	expect(saysElse({ log: { ...LOG, setting: 'OUTSIDE' }, outside: true }, { ...SAME, setting: 'UNKNOWN' })).toBe(false);
	expect(saysElse({ log: null, outside: false }, SAME)).toBe(true);
});

test('what somebody entered, as people say it', () => {
	expect(inWords(SAME)).toBe('Het ging door, 60 minuten, 24 km, spreekkamer');
	expect(inWords({ outcome: 'DETAINEE_ABSENT', minutes: 0, setting: 'UNKNOWN', travelKilometres: 12.5 })).toBe('De ander kwam niet, 12,5 km');
});

test('what stands is what was logged, or on whose side it was called off and why', () => {
	expect(standing({ log: LOG, cancelSide: null, cancelCause: null })).toBe('Het ging door, 60 minuten, 24 km, spreekkamer');
	expect(standing({ log: null, cancelSide: 'FACILITY', cancelCause: 'NO_ROOM' })).toBe('De inrichting zei af: er is geen ruimte');
});

test('a coordinator is asked for figures only, in words that the server takes about a visit', () => {
	expect(toCorrect(WHEN, SAME)).toBe('22 november 2026: 60 minuten, 24 km, spreekkamer');
	const nothing = { outcome: 'VOLUNTEER_ABSENT', minutes: 0, setting: 'UNKNOWN', travelKilometres: 0 } as const;
	expect(toCorrect(WHEN, nothing)).toBe('22 november 2026: niet doorgegaan, 0 km');
	language.current = 'en';
	expect(toCorrect(WHEN, SAME)).toBe('22 November 2026: 60 minutes, 24 km, private room');
	expect(toCorrect(WHEN, nothing)).toBe('22 November 2026: did not happen, 0 km');
});
