/** A calendar quarter, by its first and last day as dates without time. */
export interface Quarter {
	year: number;
	number: 1 | 2 | 3 | 4;
	periodStart: string;
	periodEnd: string;
}

function day(year: number, month: number, date: number): string {
	return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

export function quarter(year: number, number: Quarter['number']): Quarter {
	const month = (number - 1) * 3;
	return { year, number, periodStart: day(year, month, 1), periodEnd: day(year, month + 3, 0) };
}

/** The quarter a day (2026-11-24) lies in. */
export function quarterOf(date: string): Quarter {
	const month = Number(date.slice(5, 7));
	return quarter(Number(date.slice(0, 4)), Math.ceil(month / 3) as Quarter['number']);
}

/** The quarter of today and the ones before it, newest first. */
export function quartersUntil(today: string, count: number): Quarter[] {
	const quarters: Quarter[] = [];
	for (let at = quarterOf(today); quarters.length < count; at = before(at)) quarters.push(at);
	return quarters;
}

function before({ year, number }: Quarter): Quarter {
	return number === 1 ? quarter(year - 1, 4) : quarter(year, (number - 1) as Quarter['number']);
}

/** True when the last day of the quarter has passed. */
export function isClosed(quarter: Quarter, today: string): boolean {
	return quarter.periodEnd < today;
}

interface Period {
	periodStart: string;
	periodEnd: string;
}

export function overlaps(one: Period, other: Period): boolean {
	return one.periodStart <= other.periodEnd && other.periodStart <= one.periodEnd;
}

/** The newest closed quarter that no publication touches yet. */
export function nextToPublish(today: string, published: readonly Period[]): Quarter | null {
	return quartersUntil(today, 9).find((quarter) => isClosed(quarter, today) && !published.some((one) => overlaps(one, quarter))) ?? null;
}
