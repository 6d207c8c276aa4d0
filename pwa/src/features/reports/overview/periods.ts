import { quarterOf, quartersUntil } from '../quarters';

/** The days one can look at, in the order in which they are offered; their names in the address. */
export const PERIODS = ['maand', 'kwartaal', 'vorig-kwartaal', 'jaar'] as const;
export type Period = (typeof PERIODS)[number];
export const USUAL: Period = 'kwartaal';

export interface Days {
	periodStart: string;
	periodEnd: string;
}

/** The period of an address; what it cannot mean is the usual one. */
export function periodOf(search: Pick<URLSearchParams, 'get'>): Period {
	return PERIODS.find((period) => period === search.get('periode')) ?? USUAL;
}

/** Its first and last day, seen from today (2026-11-24). What lies ahead the server leaves out. */
export function daysOf(period: Period, today: string): Days {
	switch (period) {
		case 'maand': return { periodStart: `${today.slice(0, 8)}01`, periodEnd: today };
		case 'kwartaal': return { periodStart: quarterOf(today).periodStart, periodEnd: today };
		case 'vorig-kwartaal': {
			const [, before] = quartersUntil(today, 2);
			return before ? { periodStart: before.periodStart, periodEnd: before.periodEnd } : { periodStart: today, periodEnd: today };
		}
		case 'jaar': return { periodStart: afterAYear(today), periodEnd: today };
	}
}

/** The first day of the twelve months that end on this day: the next day, a year earlier. */
function afterAYear(today: string): string {
	const [year, month, date] = today.split('-').map(Number) as [number, number, number];
	const next = new Date(Date.UTC(year, month - 1, date + 1));
	next.setUTCFullYear(next.getUTCFullYear() - 1);
	return next.toISOString().slice(0, 10);
}
