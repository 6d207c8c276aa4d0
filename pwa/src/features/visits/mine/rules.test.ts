import { expect, test } from 'vitest';
import { arranged, fromKept, fromLogInput, isUnanswered, kilometresMissing, plannedMinutes, prefilled, toLogInput, type VisitItem } from './rules';
import { listedFrom } from './listed-from';

const NOW = new Date('2026-11-23T13:00:00Z');

function aVisit(id: string, state: VisitItem['state'], startsAt: string): VisitItem {
	const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
	const facility = { id: 'f', name: 'PI Zwolle', city: 'Zwolle' };
	return { id, state, startsAt, endsAt, facility, pseudonym: 'Duin 27', givenName: 'Marlon', outside: false, log: null };
}

test('a confirmed visit that is over asks for its two taps before anything else', () => {
	const list = arranged(
		[
			aVisit('next', 'CONFIRMED', '2026-12-01T13:00:00Z'),
			aVisit('yesterday', 'CONFIRMED', '2026-11-22T13:00:00Z'),
			aVisit('asked', 'PROPOSED', '2026-11-30T13:00:00Z')
		],
		NOW
	);
	expect(list.toLog.map(({ id }) => id)).toEqual(['yesterday']);
	expect(list.upcoming.map(({ id }) => id)).toEqual(['asked', 'next']);
});

test('a visit that is going on is not over yet', () => {
	const list = arranged([aVisit('now', 'CONFIRMED', '2026-11-23T12:30:00Z')], NOW);
	expect(list.toLog).toEqual([]);
	expect(list.upcoming).toHaveLength(1);
});

test('what was never confirmed and what was called off is past once its time is, latest first; until then it stands apart', () => {
	const list = arranged(
		[
			aVisit('unconfirmed', 'PROPOSED', '2026-11-10T13:00:00Z'),
			aVisit('later', 'CANCELLED', '2026-12-24T13:00:00Z'),
			aVisit('off', 'CANCELLED', '2026-12-10T13:00:00Z'),
			aVisit('was off', 'CANCELLED', '2026-11-11T13:00:00Z'),
			aVisit('logged', 'LOGGED', '2026-11-12T13:00:00Z')
		],
		NOW
	);
	expect(list.past.map(({ id }) => id)).toEqual(['logged', 'was off', 'unconfirmed']);
	expect(list.off.map(({ id }) => id)).toEqual(['off', 'later']);
	expect(list.upcoming).toEqual([]);
});

test('what the prison never answered can be logged once it is over, and asks nothing', () => {
	const asked = aVisit('asked', 'PROPOSED', '2026-11-23T12:00:00Z');
	expect(isUnanswered(asked, NOW)).toBe(true);
	expect(isUnanswered(asked, new Date(NOW.getTime() - 1))).toBe(false);
	expect(arranged([asked], NOW).toLog).toEqual([]);
	for (const state of ['CONFIRMED', 'CANCELLED', 'LOGGED'] as const) expect(isUnanswered({ ...asked, state }, NOW)).toBe(false);
});

test('the list is asked from the same moment all day', () => {
	expect(listedFrom(NOW)).toBe(listedFrom(new Date(NOW.getTime() + 60_000)));
	expect(listedFrom(NOW)).toBe('2026-08-25T00:00:00.000Z');
});

test('a visit across the clock change is as long as it lasted', () => {
	expect(plannedMinutes({ startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T01:30:00Z' })).toBe(60);
});

test('a visit that took place is logged as filled in', () => {
	const report = { outcome: 'HELD', minutes: 60, kilometres: 28.04, setting: 'PRIVATE_ROOM' } as const;
	expect(toLogInput('1', report)).toEqual({ visitId: '1', outcome: 'HELD', minutes: 60, setting: 'PRIVATE_ROOM', travelKilometres: 28 });
});

test('who came for nothing still travelled, who stayed home did not', () => {
	const report = { minutes: 60, kilometres: 28, setting: 'PRIVATE_ROOM' } as const;
	expect(toLogInput('1', { ...report, outcome: 'DETAINEE_ABSENT' })).toMatchObject({ minutes: 0, setting: 'UNKNOWN', travelKilometres: 28 });
	expect(toLogInput('1', { ...report, outcome: 'VOLUNTEER_ABSENT' })).toMatchObject({ minutes: 0, travelKilometres: 0 });
});

test('a log starts as planned and as last time; kilometres that nobody knows are asked for, not made 0', () => {
	const planned = { startsAt: '2026-11-22T13:00:00Z', endsAt: '2026-11-22T14:30:00Z', plannedSetting: 'PRIVATE_ROOM' } as const;
	const known = prefilled({ ...planned, suggestedKilometres: 28 });
	expect(known).toEqual({ outcome: 'HELD', minutes: 90, kilometres: 28, setting: 'PRIVATE_ROOM' });
	expect(kilometresMissing(known)).toBe(false);
	const unknown = prefilled({ ...planned, suggestedKilometres: null });
	expect(kilometresMissing(unknown)).toBe(true);
	expect(kilometresMissing({ ...unknown, kilometres: 0 })).toBe(false);
	expect(kilometresMissing({ ...unknown, outcome: 'VOLUNTEER_ABSENT' })).toBe(false);
});

test('a log that was given before comes back as it was filled in; what it did not say is as planned', () => {
	const planned = { outcome: 'HELD', minutes: 60, kilometres: 28, setting: 'PRIVATE_ROOM' } as const;
	for (const report of [
		{ ...planned, minutes: 45, kilometres: 31, setting: 'SUPERVISED_HALL' },
		{ ...planned, outcome: 'DETAINEE_ABSENT', kilometres: 12 },
		{ ...planned, outcome: 'VOLUNTEER_ABSENT' }
	] as const) {
		expect(fromLogInput(planned, toLogInput('1', report))).toEqual(report);
	}
});

test('without a line a visit is what the phone keeps of it, and nothing is said that only the server knows', () => {
	const kept = {
		...aVisit('v1', 'CONFIRMED', '2026-11-23T13:00:00Z'),
		organisation: { id: 'o', name: 'Gevangenenzorg' },
		matchId: 'm1',
		plannedSetting: 'PRIVATE_ROOM' as const,
		suggestedKilometres: 28,
		kilometreRateCents: 23
	};
	expect(fromKept([kept], 'v1')?.visit).toMatchObject({ id: 'v1', gate: null, regime: 'UNKNOWN', suggestedKilometres: 28 });
	expect(fromKept([kept], 'v2')).toBeNull();
});
