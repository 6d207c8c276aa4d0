import { expect, test } from 'vitest';
import { byDay, daysOf, gathered } from './days';

test('a period ends today in Amsterdam, also where it is still yesterday', () => {
	const justAfterMidnight = new Date('2026-11-23T23:30:00Z');
	expect(daysOf('day', justAfterMidnight)).toEqual({ from: '2026-11-24', to: '2026-11-24' });
	expect(daysOf('week', justAfterMidnight)).toEqual({ from: '2026-11-18', to: '2026-11-24' });
});

test('a month over the end of summer time has its days', () => {
	expect(daysOf('month', new Date('2026-11-01T12:00:00Z'))).toEqual({ from: '2026-10-03', to: '2026-11-01' });
});

test('what happened stands under its own day, latest first', () => {
	const at = (moment: string) => ({ at: moment });
	const [late, early, before] = [at('2026-11-24T09:00:00Z'), at('2026-11-23T23:10:00Z'), at('2026-11-23T12:00:00Z')];
	expect(byDay([late, early, before])).toEqual([
		['2026-11-24', [late, early]],
		['2026-11-23', [before]]
	]);
	expect(byDay([])).toEqual([]);
});

test('a screen that stays open reads the same name often, and that is one line', () => {
	const read = (at: string, readerName: string, pseudonym: string) => ({ at, readerName, readerRole: 'VOLUNTEER', organisationName: null, pseudonym, reason: 'MATCH' });
	const seen = [read('10:40', 'Karin', 'Duin 1'), read('10:39', 'Bram', 'Duin 1'), read('10:20', 'Karin', 'Duin 1'), read('10:20', 'Karin', 'Duin 2')];
	expect(gathered(seen)).toEqual([
		{ latest: seen[0], earliest: seen[2], times: 2 },
		{ latest: seen[1], earliest: seen[1], times: 1 },
		{ latest: seen[3], earliest: seen[3], times: 1 }
	]);
});
