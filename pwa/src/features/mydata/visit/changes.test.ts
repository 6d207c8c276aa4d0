import { afterEach, expect, test } from 'vitest';
import { language } from '#lib/i18n/language.svelte.ts';
import { becoming, changes, inShort, prefilled, standing } from './changes';

const LOG = { outcome: 'HELD', minutes: 60, setting: 'PRIVATE_ROOM', travelKilometres: 17, loggedAt: '2026-11-22T15:00:00Z', loggedBy: 'Els' } as const;
const VISIT = {
	startsAt: '2026-11-22T13:00:00Z',
	endsAt: '2026-11-22T13:45:00Z',
	plannedSetting: 'SUPERVISED_HALL',
	cancelSide: null,
	cancelCause: null,
	kilometreRateCents: 23,
	log: LOG
} as const;
const OFF = { ...VISIT, log: null, cancelSide: 'FACILITY', cancelCause: 'NO_STAFF' } as const;

afterEach(() => {
	language.current = 'nl';
});

test('what stands is filled in, and changing nothing changes nothing', () => {
	expect(prefilled(VISIT)).toEqual({ outcome: 'HELD', minutes: 60, setting: 'PRIVATE_ROOM', kilometres: 17 });
	expect(changes(VISIT, becoming(VISIT, prefilled(VISIT)))).toEqual([]);
	const absent = { ...VISIT, log: { ...LOG, outcome: 'DETAINEE_ABSENT', minutes: 0 } } as const;
	expect(changes(absent, becoming(absent, prefilled(absent)))).toEqual([]);
	expect(becoming(absent, prefilled(absent)).setting).toBe('PRIVATE_ROOM');
});

test('what changes is said in words, money as well', () => {
	const after = becoming(VISIT, { outcome: 'HELD', minutes: 90, setting: 'UNKNOWN', kilometres: 31 });
	expect(changes(VISIT, after)).toEqual([
		'60 minuten wordt 90 minuten',
		'spreekkamer wordt ruimte niet bekend',
		'17 km wordt 31 km',
		'€\u00A03,91 reiskosten wordt €\u00A07,13'
	]);
	expect(changes({ ...VISIT, kilometreRateCents: 0 }, after)).toHaveLength(3);
});

test('a visit that was not held has no minutes, and who stayed home did not travel', () => {
	const after = becoming(VISIT, { ...prefilled(VISIT), outcome: 'VOLUNTEER_ABSENT' });
	expect(after).toEqual({ outcome: 'VOLUNTEER_ABSENT', minutes: 0, setting: 'UNKNOWN', travelKilometres: 0 });
	expect(changes(VISIT, after)).toEqual([
		'‘het ging door’ wordt ‘de vrijwilliger kon niet’',
		'60 minuten wordt 0 minuten',
		'17 km wordt 0 km',
		'€\u00A03,91 reiskosten wordt €\u00A00,00'
	]);
});

test('of a visit that was off all of it is said; its kilometres nobody knows yet', () => {
	expect(standing(OFF)).toBe('afgezegd (de inrichting: er is te weinig personeel)');
	expect(prefilled(OFF)).toEqual({ outcome: 'HELD', minutes: 45, setting: 'SUPERVISED_HALL', kilometres: null });
	expect(changes(OFF, becoming(OFF, { ...prefilled(OFF), kilometres: 12.5 }))).toEqual([
		'‘afgezegd (de inrichting: er is te weinig personeel)’ wordt ‘het ging door’',
		'45 minuten',
		'12,5 km',
		'bezoekzaal'
	]);
});

test('what stands, to a coordinator and to the volunteer', () => {
	expect(standing(VISIT)).toBe('het ging door, 60 minuten, 17 km, spreekkamer');
	expect(inShort(VISIT)).toBe('Het ging door, 60 minuten');
	expect(inShort({ log: { outcome: 'VOLUNTEER_ABSENT', minutes: 0 } })).toBe('Ik kon niet');
	expect(inShort(OFF)).toBe('Gaat niet door');
});
