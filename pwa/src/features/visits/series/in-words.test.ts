import { afterEach, describe, expect, it } from 'vitest';
import { language } from '#lib/i18n';
import type { OccurrenceFragment } from '#lib/gql';
import { besides, clockTime, hindranceInWords, rhythmInShort, rhythmInWords } from './in-words';

const occurrence: OccurrenceFragment = {
	day: '2026-12-15',
	startsAt: '2026-12-15T13:00:00Z',
	endsAt: '2026-12-15T14:00:00Z',
	moved: false,
	state: 'PROPOSED',
	hindrance: null,
	closedBecause: null,
	holiday: null,
	visitId: 'a'
};
const rhythm = { everyWeeks: 2, weekday: 2, startsAt: '14:00' };

afterEach(() => (language.current = 'nl'));

describe('a rhythm in words', () => {
	it('has its weekday and its time on the clock', () => {
		expect(rhythmInWords(rhythm)).toBe('Elke 2 weken op dinsdag');
		expect(rhythmInShort(rhythm)).toBe('elke 2 weken, dinsdag 14.00\u00a0uur');
		expect(clockTime('09:30')).toBe('09.30\u00a0uur');
	});
});

describe('why a time cannot be', () => {
	it('names the holiday, else the cause, else nothing more', () => {
		const closed = { hindrance: 'CLOSED', closedBecause: 'HOLIDAY', holiday: 'Koningsdag' } as const;
		expect(hindranceInWords(closed)).toBe('Dan is het dicht: Koningsdag');
		expect(hindranceInWords({ ...closed, holiday: null, closedBecause: 'STAFFING' })).toBe('Dan is het dicht: te weinig personeel');
		expect(hindranceInWords({ ...closed, holiday: null, closedBecause: 'OTHER' })).toBe('Dan is het dicht');
		expect(hindranceInWords({ hindrance: 'FULL', closedBecause: null, holiday: 'Koningsdag' })).toBe('Dat uur is vol');
	});

	it('is nothing for a time that can be', () => {
		expect(hindranceInWords(occurrence)).toBeNull();
		expect(besides(occurrence)).toBeNull();
	});
});

describe('what else one should know', () => {
	it('is the holiday on which it is open, and the day it was', () => {
		const now = new Date().getFullYear() === 2026 ? '' : ' 2026';
		expect(besides({ ...occurrence, holiday: 'Tweede kerstdag', moved: true })).toBe(`Tweede kerstdag. Verzet, was dinsdag 15 december${now}`);
	});
});
