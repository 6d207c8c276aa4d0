import { expect, test } from 'vitest';
import { firstLike } from './first';

const NOW = new Date('2026-11-26T08:00:00Z');

test('a rhythm like the next visit begins with that visit', () => {
	const visit = { startsAt: '2026-11-27T13:00:00Z', endsAt: '2026-11-27T14:00:00Z' };
	expect(firstLike(visit, 2, NOW)).toEqual(visit);
});

test('and with the time after it when that visit is today: the prison is asked from tomorrow on', () => {
	const visit = { startsAt: '2026-11-26T13:00:00Z', endsAt: '2026-11-26T14:30:00Z' };
	expect(firstLike(visit, 3, NOW)).toEqual({ startsAt: '2026-12-17T13:00:00.000Z', endsAt: '2026-12-17T14:30:00.000Z' });
});

test('two in the afternoon stays two in the afternoon where the clock is set meanwhile', () => {
	const visit = { startsAt: '2026-10-22T12:00:00Z', endsAt: '2026-10-22T13:00:00Z' };
	expect(firstLike(visit, 2, new Date('2026-10-22T06:00:00Z')).startsAt).toBe('2026-11-05T13:00:00.000Z');
});
