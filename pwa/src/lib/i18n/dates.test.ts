import { afterEach, expect, test, vi } from 'vitest';
import { NB, date, day, dayKey, daysBetween, deadline, left, plainDate, time, timeRange, weekdayName, shortMonth } from './index';
import { language } from './language.svelte';

function speak(locale: 'nl' | 'en'): void {
	language.current = locale;
}

afterEach(() => speak('nl'));

test('times are told as Dutch people do, and as English people do', () => {
	expect(time('2026-11-24T13:00:00Z')).toBe(`14.00${NB}uur`);
	expect(timeRange('2026-11-24T13:00:00Z', '2026-11-24T14:30:00Z')).toBe(`14.00 tot 15.30${NB}uur`);
	speak('en');
	expect(time('2026-11-24T13:00:00Z')).toBe('14:00');
	expect(timeRange('2026-11-24T13:00:00Z', '2026-11-24T14:30:00Z')).toBe('14:00 to 15:30');
});

test('midnight is 00, not 24', () => {
	expect(time('2026-11-23T23:00:00Z')).toBe(`00.00${NB}uur`);
});

test('dates are written out, with the year only when it is another one', () => {
	const now = new Date('2026-11-23T12:00:00Z');
	expect(date('2026-11-24T13:00:00Z', now)).toBe('dinsdag 24 november');
	expect(date('2027-01-05T13:00:00Z', now)).toBe('dinsdag 5 januari 2027');
	expect(plainDate('2026-06-02')).toBe('2 juni 2026');
	expect(shortMonth('2026-12-08T13:00:00Z')).toBe('DEC');
	speak('en');
	expect(date('2026-11-24T13:00:00Z', now)).toBe('Tuesday 24 November');
});

test('the clock going back in autumn moves no visit: same wall clock, an hour more in between', () => {
	// 25 October 2026: at 03.00 summer time it becomes 02.00.
	expect(time('2026-10-24T12:00:00Z')).toBe(`14.00${NB}uur`);
	expect(time('2026-10-25T13:00:00Z')).toBe(`14.00${NB}uur`);
	expect(daysBetween('2026-10-24T12:00:00Z', '2026-10-25T13:00:00Z')).toBe(1);
	expect(time('2026-10-25T00:30:00Z')).toBe(`02.30${NB}uur`);
	expect(time('2026-10-25T01:30:00Z')).toBe(`02.30${NB}uur`);
});

test('the clock going forward in spring keeps days whole', () => {
	// 28 March 2027: at 02.00 it becomes 03.00.
	expect(time('2027-03-28T00:59:00Z')).toBe(`01.59${NB}uur`);
	expect(time('2027-03-28T01:00:00Z')).toBe(`03.00${NB}uur`);
	expect(daysBetween('2027-03-27T22:30:00Z', '2027-03-28T21:30:00Z')).toBe(1);
	expect(daysBetween('2027-03-27T12:00:00Z', '2027-03-29T12:00:00Z')).toBe(2);
});

test('a day is a day in Amsterdam, wherever the phone is', () => {
	vi.stubEnv('TZ', 'America/New_York');
	expect(dayKey('2026-11-24T23:30:00Z')).toBe('2026-11-25');
	expect(day('2026-11-24T23:30:00Z', new Date('2026-11-24T12:00:00Z'))).toBe('morgen');
	vi.unstubAllEnvs();
});

test('near days have their own word', () => {
	const now = new Date('2026-11-23T22:59:00Z');
	expect(day('2026-11-23T08:00:00Z', now)).toBe('vandaag');
	expect(day('2026-11-24T08:00:00Z', now)).toBe('morgen');
	expect(day('2026-11-22T08:00:00Z', now)).toBe('gisteren');
	expect(day('2026-11-25T08:00:00Z', now)).toBe('woensdag 25 november');
});

test('a deadline is relative when near and a weekday within the week', () => {
	const now = new Date('2026-11-23T13:00:00Z');
	expect(left('2026-11-23T16:30:00Z', now)).toBe(`nog 3${NB}uur`);
	expect(left('2026-11-23T13:20:00Z', now)).toBe('nog 20 minuten');
	expect(left('2026-11-23T13:00:30Z', now)).toBe('nog 1 minuut');
	expect(deadline('2026-11-23T17:00:00Z', now)).toBe(`vandaag 18.00${NB}uur`);
	expect(deadline('2026-11-25T11:00:00Z', now)).toBe(`woensdag 12.00${NB}uur`);
	expect(deadline('2026-12-12T11:00:00Z', now)).toBe(`zaterdag 12 december 12.00${NB}uur`);
	speak('en');
	expect(left('2026-11-23T14:30:00Z', now)).toBe('1 hour left');
});

test('weekdays are counted from Monday', () => {
	expect([1, 2, 7].map(weekdayName)).toEqual(['maandag', 'dinsdag', 'zondag']);
});
