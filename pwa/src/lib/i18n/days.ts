import { noon } from './dates';

/** Whether this is a day (2026-11-24): an address can say anything. */
export function isDay(text: string | null): text is string {
	return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(noon(text)));
}

/** A day (2026-11-24) some days later, or earlier, by the calendar. */
export function later(day: string, by: number): string {
	const moment = new Date(noon(day));
	moment.setUTCDate(moment.getUTCDate() + by);
	return moment.toISOString().slice(0, 10);
}
