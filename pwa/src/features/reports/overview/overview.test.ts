import { describe, expect, it } from 'vitest';
import { filterOf, narrowOf } from '#features/requests/inbox/narrow.ts';
import { answerOf, toEnding, toHeld, toInvitations, toNotAsked, toNotHeld, toOverview, toReady, toWaiting, visitsOf } from './addresses';
import { byTotal, chartRows, lasted, percent, together, type Waiting } from './figures';
import { daysOf, periodOf, PERIODS } from './periods';

const search = (address: string): URLSearchParams => new URL(address, 'http://localhost').searchParams;

function at(name: string, ...counts: [number, number, number]): Waiting {
	const bounds = [{ longerThan: null, atMost: 14 }, { longerThan: 14, atMost: 30 }, { longerThan: 30, atMost: null }];
	const total = counts[0] + counts[1] + counts[2];
	return { facility: { id: name, code: name, name: `PI ${name}` }, total, notAsked: counts[0], waits: bounds.map((bound, place) => ({ ...bound, count: counts[place] ?? 0 })) };
}

describe('the days of a period', () => {
	it('go up to today, and are whole for the last quarter', () => {
		expect(daysOf('maand', '2026-11-26')).toEqual({ periodStart: '2026-11-01', periodEnd: '2026-11-26' });
		expect(daysOf('kwartaal', '2026-11-26')).toEqual({ periodStart: '2026-10-01', periodEnd: '2026-11-26' });
		expect(daysOf('vorig-kwartaal', '2026-01-15')).toEqual({ periodStart: '2025-10-01', periodEnd: '2025-12-31' });
	});
	it('are twelve months, also of a leap year', () => {
		expect(daysOf('jaar', '2026-11-26').periodStart).toBe('2025-11-27');
		expect(daysOf('jaar', '2028-02-29').periodStart).toBe('2027-03-01');
		expect(daysOf('jaar', '2026-12-31').periodStart).toBe('2026-01-01');
	});
	it('stand in the address; what it cannot mean is this quarter', () => {
		for (const period of PERIODS) expect(periodOf(search(toOverview(period)))).toBe(period);
		expect(periodOf(search('/overzicht?periode=eeuw'))).toBe('kwartaal');
	});
});

describe('the list behind a number', () => {
	it('is the inbox of a prison, of a time, of both, and of everybody whatever opens first', () => {
		expect(toWaiting('vught', { longerThan: 14, atMost: 30 })).toBe('/verzoeken?inrichting=vught&wacht=15-30');
		expect(toWaiting(null, { longerThan: 30, atMost: null })).toBe('/verzoeken?wacht=30');
		expect(toWaiting('vught', null)).toBe('/verzoeken?inrichting=vught');
		expect(filterOf(narrowOf(search(toWaiting(null, null))))).toEqual(filterOf(narrowOf(search('/verzoeken'))));
		expect(search(toWaiting(null, null)).size).toBe(1);
		expect(narrowOf(search(toNotAsked)).standing).toBe('NOT_ASKED');
	});
	it('is the register', () => {
		expect([toReady, toEnding]).toEqual(['/vrijwilligers?status=klaar', '/vrijwilligers?verloopt=ja']);
	});
	it('is visits and invitations of the same period', () => {
		expect(visitsOf(search(toHeld('jaar')))).toEqual({ held: true, side: null });
		expect(visitsOf(search(toNotHeld('jaar', null)))).toEqual({ held: false, side: null });
		expect(visitsOf(search(toNotHeld('maand', 'DETAINEE')))).toEqual({ held: false, side: 'DETAINEE' });
		expect([answerOf(search(toInvitations('jaar', 'ACCEPTED'))), answerOf(search(toInvitations('jaar', null)))]).toEqual(['ACCEPTED', null]);
		for (const address of [toHeld('maand'), toNotHeld('maand', 'VOLUNTEER'), toInvitations('maand', 'DECLINED')]) expect(periodOf(search(address))).toBe('maand');
	});
});

describe('who waits where', () => {
	const waiting = [at('Assen', 1, 0, 0), at('Vught', 2, 3, 4), at('Grave', 0, 1, 0)];
	it('has most people first, in the chart and beside it', () => {
		expect(byTotal(waiting).map(({ facility }) => facility.code)).toEqual(['Vught', 'Assen', 'Grave']);
		expect(chartRows(waiting)[1]?.values).toEqual([2, 3, 4]);
	});
	it('adds up', () => {
		expect(together(waiting)).toMatchObject({ total: 11, notAsked: 3 });
		expect(together(waiting).waits.map(({ count }) => count)).toEqual([3, 4, 4]);
		expect(together([])).toEqual({ waits: [], total: 0, notAsked: 0 });
	});
});

describe('figures in words', () => {
	it('have no share of nothing', () => {
		expect([percent(0, 0), percent(0, 3), percent(2, 3)]).toEqual([null, 0, 67]);
	});
	it('last minutes, hours or days', () => {
		expect([0.001, 0.5, 1, 47.6, 60, 96].map((hours) => lasted(hours))).toEqual([
			{ value: 1, decimals: 0, unit: 'minutes' },
			{ value: 30, decimals: 0, unit: 'minutes' },
			{ value: 1, decimals: 0, unit: 'hours' },
			{ value: 48, decimals: 0, unit: 'hours' },
			{ value: 2.5, decimals: 1, unit: 'days' },
			{ value: 4, decimals: 0, unit: 'days' }
		]);
	});
});
