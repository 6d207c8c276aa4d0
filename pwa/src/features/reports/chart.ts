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
}

const GAP = 2;
const NARROW = 460;
const MANY = 12;
const LETTER_WIDTH = 0.56;
const LONGEST_NAME = 30;

export function totalOf(row: ChartRow): number {
	return row.values.reduce((sum, value) => sum + value, 0) + (row.hidden ?? 0);
}

/** Largest first; equals by name, so that two printings are the same. */
export function bySize(rows: readonly ChartRow[]): ChartRow[] {
	return [...rows].sort((one, other) => totalOf(other) - totalOf(one) || one.name.localeCompare(other.name, 'nl'));
}

/** A name that is too long for its column ends in an ellipsis; the table beside the chart has it whole. */
export function shortName(name: string, most = LONGEST_NAME): string {
	return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

/**
 * Where everything stands: bars from zero, sorted by size, names left (or above, on a phone), totals right.
 * With many rows the bars get thinner and closer, so that all of them stay in view together.
 */
export function barChart(rows: readonly ChartRow[], room: Room): Chart {
	const size = sizes(rows.length, room);
	const sorted = bySize(rows);
	const nameWidth = size.namesAbove ? 0 : widthOfNames(sorted, size.letters, room.width);
	const axisX = nameWidth === 0 ? 1 : nameWidth + 12;
	const largest = Math.max(1, ...sorted.map(totalOf));
	const perUnit = Math.max(1, room.width - axisX - valueWidth(largest, size.letters)) / largest;
	const lines = sorted.map((row, index) => lineOf(row, index * size.pitch, { ...size, axisX, perUnit }));
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

function widthOfNames(rows: readonly ChartRow[], letters: number, width: number): number {
	const longest = Math.max(0, ...rows.map((row) => shortName(row.name).length));
	return Math.min(longest * letters * LETTER_WIDTH, width * 0.42);
}

/** Room for the total at the end of the largest bar, with its thousands dot. */
function valueWidth(largest: number, letters: number): number {
	return 10 + (Math.round(largest).toString().length + 2) * letters * 0.62;
}

interface Placing extends Sizes {
	axisX: number;
	perUnit: number;
}

function lineOf(row: ChartRow, top: number, at: Placing): ChartLine {
	const barY = at.namesAbove ? top + at.letters * 1.5 : top + (at.pitch - at.barHeight) / 2;
	const middle = barY + at.barHeight / 2 + at.letters * 0.35;
	const bars = barsOf(row, at);
	const last = bars.at(-1);
	return {
		name: row.name,
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
