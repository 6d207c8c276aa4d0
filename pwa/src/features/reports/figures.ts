import type { ChartRow } from './chart';

export interface FigureRow {
	organisation: string;
	quarter: string;
	visits: number;
	hours: number;
}

/** Organisations as the rows of chart and table alike, most visits first; several quarters add up. */
export function byOrganisation(rows: readonly FigureRow[]): { name: string; visits: number; hours: number }[] {
	const sums = new Map<string, { name: string; visits: number; hours: number }>();
	for (const { organisation, visits, hours } of rows) {
		const sum = sums.get(organisation) ?? { name: organisation, visits: 0, hours: 0 };
		sums.set(organisation, { name: organisation, visits: sum.visits + visits, hours: sum.hours + hours });
	}
	return [...sums.values()].sort((one, other) => other.visits - one.visits || one.name.localeCompare(other.name, 'nl'));
}

export function chartRows(rows: readonly FigureRow[]): ChartRow[] {
	return byOrganisation(rows).map(({ name, visits }) => ({ name: withoutAside(name), values: [visits] }));
}

/** A name without what stands behind it in brackets, where room is short; the table has it whole. */
function withoutAside(name: string): string {
	return split(name)[0];
}

/** A name and what stands behind it in brackets. */
export function split(name: string): [string, string] {
	const aside = /\s*\([^)]*\)$/.exec(name)?.[0] ?? '';
	return [name.slice(0, name.length - aside.length), aside.trim()];
}

/** "9f41 c07e": the beginning of a hash, as people compare it aloud. */
export function mark(hash: string): string {
	return hash.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ');
}
