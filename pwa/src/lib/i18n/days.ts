import { noon } from './dates';

/** A day (2026-11-24) some days later, or earlier, by the calendar. */
export function later(day: string, by: number): string {
	const moment = new Date(noon(day));
	moment.setUTCDate(moment.getUTCDate() + by);
	return moment.toISOString().slice(0, 10);
}
