/** One row of a chart: a name, up to three series that may add up, and what is there but may not be shown apart. */
export interface ChartRow {
	name: string;
	values: number[];
	/** In the total, but not shown apart: one hatch. */
	hidden?: number;
}

export interface Bar {
	/** 1, 2, 3 in the order of the palette, or the hatch. */
	series: 1 | 2 | 3 | 'hidden';
	x: number;
	width: number;
}

export interface ChartLine {
	name: string;
	/** The name as it fits. */
	shown: string;
	total: number;
	/** Baselines and edges in px. */
	y: number;
	nameX: number;
	nameY: number;
	barY: number;
	valueX: number;
	valueY: number;
	bars: Bar[];
}

export interface Chart {
	width: number;
	height: number;
	axisX: number;
	barHeight: number;
	letters: number;
	/** True when names stand above their bars, because beside them nothing would fit. */
	namesAbove: boolean;
	lines: ChartLine[];
}

export interface Room {
	/** Px to draw in. */
	width: number;
	/** Size of one rem against the usual 16 px, for people who read larger. */
	scale: number;
	/** Px a text takes at a size; letters differ from machine to machine. */
	measure: (text: string, letters: number) => number;
}

const GAP = 2;
const NARROW = 460;
const MANY = 12;
const WIDEST_NAMES = 0.44;

export function totalOf(row: ChartRow): number {
	return row.values.reduce((sum, value) => sum + value, 0) + (row.hidden ?? 0);
}

/** Largest first; equals by name, so that two printings are the same. */
export function bySize(rows: readonly ChartRow[]): ChartRow[] {
	return [...rows].sort((one, other) => totalOf(other) - totalOf(one) || one.name.localeCompare(other.name, 'nl'));
}

/** A name that is too long for its column ends in an ellipsis; the table beside the chart has it whole. */
export function fitted(name: string, most: number, widthOf: (text: string) => number): string {
	if (widthOf(name) <= most) return name;
	let end = name.length;
	while (end > 1 && widthOf(`${name.slice(0, end).trimEnd()}…`) > most) end--;
	return `${name.slice(0, end).trimEnd()}…`;
}

/**
 * Where everything stands: bars from zero, sorted by size, names left (or above, on a phone), totals right.
 * With many rows the bars get thinner and closer, so that all of them stay in view together.
 */
export function barChart(rows: readonly ChartRow[], room: Room): Chart {
	const size = sizes(rows.length, room);
	const sorted = bySize(rows);
	const widthOf = (text: string): number => room.measure(text, size.letters);
	const names = size.namesAbove ? room.width : room.width * WIDEST_NAMES;
	const shown = sorted.map((row) => fitted(row.name, names, widthOf));
	const nameWidth = size.namesAbove ? 0 : Math.max(0, ...shown.map(widthOf));
	const axisX = nameWidth === 0 ? 1 : nameWidth + 12;
	const largest = Math.max(1, ...sorted.map(totalOf));
	const perUnit = Math.max(1, room.width - axisX - (widthOf(Math.round(largest).toString()) * 1.2 + 16)) / largest;
	const lines = sorted.map((row, index) => lineOf(row, shown[index] ?? row.name, index * size.pitch, { ...size, axisX, perUnit }));
	return { width: room.width, height: sorted.length * size.pitch + 2, axisX, ...size, lines };
}

interface Sizes {
	barHeight: number;
	pitch: number;
	letters: number;
	namesAbove: boolean;
}

function sizes(count: number, { width, scale }: Room): Sizes {
	const namesAbove = width < NARROW * Math.max(1, scale);
	const many = count > MANY;
	const letters = (many ? 12.5 : 13.5) * scale;
	if (namesAbove) return { barHeight: 12, pitch: 12 + letters * 1.9, letters, namesAbove };
	return { barHeight: many ? 14 : 23, pitch: Math.max(many ? 25 : 36, letters * 1.7), letters, namesAbove };
}

interface Placing extends Sizes {
	axisX: number;
	perUnit: number;
}

function lineOf(row: ChartRow, shown: string, top: number, at: Placing): ChartLine {
	const barY = at.namesAbove ? top + at.letters * 1.5 : top + (at.pitch - at.barHeight) / 2;
	const middle = barY + at.barHeight / 2 + at.letters * 0.35;
	const bars = barsOf(row, at);
	const last = bars.at(-1);
	return {
		name: row.name,
		shown,
		total: totalOf(row),
		y: top,
		nameX: at.namesAbove ? 0 : at.axisX - 12,
		nameY: at.namesAbove ? top + at.letters * 1.1 : middle,
		barY,
		valueX: (last ? last.x + last.width : at.axisX) + 8,
		valueY: middle,
		bars
	};
}

/** Series side by side from zero with 2 px between them; what is hidden comes last, as one piece. */
function barsOf(row: ChartRow, { axisX, perUnit }: Placing): Bar[] {
	const parts = [
		...row.values.slice(0, 3).map((value, index) => ({ series: (index + 1) as 1 | 2 | 3, value })),
		{ series: 'hidden' as const, value: row.hidden ?? 0 }
	].filter((part) => part.value > 0);
	let sum = 0;
	return parts.map(({ series, value }, index) => {
		const x = axisX + sum * perUnit + (index > 0 ? GAP : 0);
		sum += value;
		return { series, x, width: Math.max(1, axisX + sum * perUnit - x) };
	});
}
