import type { OverviewQuery } from '#lib/gql';
import { shortPlace } from '#lib/i18n';
import type { ChartRow } from '../chart';

export type Overview = NonNullable<OverviewQuery['overview']>;
export type Waiting = Overview['waiting'][number];
export type Band = Waiting['waits'][number];

/** A bar for each prison, in pieces by how long people wait. */
export function chartRows(waiting: readonly Waiting[]): ChartRow[] {
	return waiting.map(({ facility, waits }) => ({ name: shortPlace(facility.name), values: waits.map(({ count }) => count) }));
}

/** Most people first, as in the chart; equals by name. */
export function byTotal(waiting: readonly Waiting[]): Waiting[] {
	return [...waiting].sort((one, other) => other.total - one.total || shortPlace(one.facility.name).localeCompare(shortPlace(other.facility.name), 'nl'));
}

/** All prisons together; nothing when nobody waits anywhere. */
export function together(waiting: readonly Waiting[]): { waits: Band[]; total: number; notAsked: number } {
	const first = waiting[0]?.waits ?? [];
	return {
		waits: first.map((band, place) => ({ ...band, count: sum(waiting.map(({ waits }) => waits[place]?.count ?? 0)) })),
		total: sum(waiting.map(({ total }) => total)),
		notAsked: sum(waiting.map(({ notAsked }) => notAsked))
	};
}

/** How much of it, in whole percents; null of nothing. */
export function percent(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((100 * part) / whole);
}

/** A time that lasted so many hours, in the unit people would say it in. */
export function lasted(hours: number): { value: number; decimals: number; unit: 'minutes' | 'hours' | 'days' } {
	if (hours < 1) return { value: Math.max(1, Math.round(hours * 60)), decimals: 0, unit: 'minutes' };
	if (hours < 48) return { value: Math.round(hours), decimals: 0, unit: 'hours' };
	const days = Math.round((hours / 24) * 10) / 10;
	return { value: days, decimals: Number.isInteger(days) ? 0 : 1, unit: 'days' };
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((whole, each) => whole + each, 0);
}
