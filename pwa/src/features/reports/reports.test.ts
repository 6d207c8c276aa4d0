import { describe, expect, test } from 'vitest';
import { barChart, bySize, fitted, totalOf, type ChartRow } from './chart';
import { byOrganisation, chartRows, mark } from './figures';
import { isClosed, nextToPublish, overlaps, quarter, quarterOf, quartersUntil } from './quarters';

const rows: ChartRow[] = [
	{ name: 'Zwolle', values: [371, 64, 52] },
	{ name: 'Ter Peel', values: [143], hidden: 46 },
	{ name: 'Esserheem', values: [412, 96, 38] }
];
const measure = (text: string, letters: number): number => text.length * letters * 0.6;
const desk = { width: 560, scale: 1, measure };

describe('a bar chart', () => {
	test('is sorted by size, equals by name', () => {
		expect(barChart(rows, desk).lines.map((line) => line.name)).toEqual(['Esserheem', 'Zwolle', 'Ter Peel']);
		expect(bySize([{ name: 'b', values: [1] }, { name: 'a', values: [1] }]).map((row) => row.name)).toEqual(['a', 'b']);
	});

	test('starts every bar at zero and makes length proportional to the figure', () => {
		const chart = barChart(rows, desk);
		const ends = chart.lines.map((line) => {
			const last = line.bars.at(-1);
			return last ? (last.x + last.width - chart.axisX) / line.total : 0;
		});
		expect(chart.lines.every((line) => line.bars[0]?.x === chart.axisX)).toBe(true);
		expect(new Set(ends.map((perUnit) => perUnit.toFixed(6))).size).toBe(1);
	});

	test('leaves two px between series and keeps their order', () => {
		const [line] = barChart(rows, desk).lines;
		const [one, two] = line?.bars ?? [];
		expect(line?.bars.map((bar) => bar.series)).toEqual([1, 2, 3]);
		expect((two?.x ?? 0) - ((one?.x ?? 0) + (one?.width ?? 0))).toBeCloseTo(2);
	});

	test('draws what is hidden once, last, within the total', () => {
		const line = barChart(rows, desk).lines[2];
		expect(line?.bars.map((bar) => bar.series)).toEqual([1, 'hidden']);
		expect(line?.total).toBe(189);
	});

	test('keeps totals inside the drawing, also of the largest bar', () => {
		for (const width of [300, 460, 560, 900]) {
			const chart = barChart([{ name: 'A', values: [123_456] }], { width, scale: 1, measure });
			expect(chart.lines[0]?.valueX).toBeLessThan(width - 40);
		}
	});

	test('puts names above their bars where there is no room beside them', () => {
		expect(barChart(rows, { width: 340, scale: 1, measure }).namesAbove).toBe(true);
		expect(barChart(rows, { width: 560, scale: 2, measure }).namesAbove).toBe(true);
		expect(barChart(rows, desk).namesAbove).toBe(false);
	});

	test('shows 28 organisations in one view without touching bars', () => {
		const many = Array.from({ length: 28 }, (_, index) => ({ name: `Organisatie ${index}`, values: [index * 10] }));
		const chart = barChart(many, desk);
		expect(chart.height).toBeLessThan(720);
		expect((chart.lines[1]?.barY ?? 0) - (chart.lines[0]?.barY ?? 0)).toBeGreaterThan(chart.barHeight + 4);
		expect(chart.letters).toBeGreaterThanOrEqual(12);
	});

	test('an empty year draws nothing and does not divide by zero', () => {
		expect(barChart([], desk).lines).toEqual([]);
		expect(barChart([{ name: 'A', values: [0] }], desk).lines[0]?.bars).toEqual([]);
	});

	test('a name that does not fit ends in an ellipsis, and no name leaves the drawing', () => {
		expect(fitted('Gevangenenzorg', 60, (text) => text.length * 10)).toBe('Gevan…');
		expect(fitted('Exodus', 60, (text) => text.length * 10)).toBe('Exodus');
		const long = barChart([{ name: 'Stichting met een buitengewoon lange en fraaie naam', values: [1] }], desk);
		expect(long.lines[0]?.shown).toMatch(/…$/);
		expect(long.axisX).toBeLessThan(desk.width * 0.5);
	});

	test('a total counts what is hidden', () => {
		expect(totalOf({ name: '', values: [1, 2], hidden: 3 })).toBe(6);
	});
});

describe('quarters', () => {
	test('know their first and last day', () => {
		expect(quarter(2026, 1)).toMatchObject({ periodStart: '2026-01-01', periodEnd: '2026-03-31' });
		expect(quarterOf('2026-11-24')).toMatchObject({ number: 4, periodEnd: '2026-12-31' });
		expect(quarterOf('2026-06-30').number).toBe(2);
	});
	test('go back over the turn of the year', () => {
		expect(quartersUntil('2026-02-01', 3).map(({ year, number }) => `${year}/${number}`)).toEqual(['2026/1', '2025/4', '2025/3']);
	});
	test('are closed the day after their last', () => {
		expect(isClosed(quarter(2026, 3), '2026-09-30')).toBe(false);
		expect(isClosed(quarter(2026, 3), '2026-10-01')).toBe(true);
	});
	test('the next to publish is the newest closed one that nobody published', () => {
		expect(nextToPublish('2026-11-24', [])).toMatchObject({ year: 2026, number: 3 });
		expect(nextToPublish('2026-11-24', [quarter(2026, 3)])).toMatchObject({ year: 2026, number: 2 });
		expect(nextToPublish('2026-11-24', [{ periodStart: '2020-01-01', periodEnd: '2026-12-31' }])).toBeNull();
		expect(overlaps(quarter(2026, 1), quarter(2026, 2))).toBe(false);
	});
});

test('rows of several quarters add up to one an organisation, most visits first', () => {
	const sums = byOrganisation([
		{ organisation: 'Exodus', quarter: '2026-01-01', visits: 3, hours: 2 },
		{ organisation: 'Humanitas', quarter: '2026-01-01', visits: 4, hours: 4 },
		{ organisation: 'Exodus', quarter: '2026-04-01', visits: 2, hours: 1.5 }
	]);
	expect(sums).toEqual([
		{ name: 'Exodus', visits: 5, hours: 3.5 },
		{ name: 'Humanitas', visits: 4, hours: 4 }
	]);
});

test('a mark is short enough to read aloud', () => expect(mark('9f41c07eaa11')).toBe('9f41 c07e'));

test('in the chart a name stands without its brackets', () => {
	const [row] = chartRows([{ organisation: 'Stichting De Boog (verzonnen)', quarter: '2026-Q1', visits: 3, hours: 2 }]);
	expect(row).toEqual({ name: 'Stichting De Boog', values: [3] });
});
