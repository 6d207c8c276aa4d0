/** A day (2026-11-24) some days later or earlier, by the calendar. */
export function shiftDay(day: string, by: number): string {
	const date = new Date(`${day}T12:00:00Z`);
	date.setUTCDate(date.getUTCDate() + by);
	return date.toISOString().slice(0, 10);
}

export function isDay(text: string | null): text is string {
	return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T12:00:00Z`));
}

/** Noon on that day, to show it: at noon Amsterdam and UTC always agree on the date. */
export function noonOf(day: string): string {
	return `${day}T12:00:00Z`;
}
