import { language, type Locale } from './language.svelte';

export const AMSTERDAM = 'Europe/Amsterdam';

const HOUR = 3_600_000;
const TAGS: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();
let keys: Intl.DateTimeFormat | undefined;

type Moment = Date | string;

function at(moment: Moment): Date {
	return typeof moment === 'string' ? new Date(moment) : moment;
}

function format(moment: Moment, options: Intl.DateTimeFormatOptions, zone = AMSTERDAM): string {
	const tag = TAGS[language.current];
	const key = tag + zone + JSON.stringify(options);
	let formatter = made.get(key);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
		made.set(key, formatter);
	}
	return formatter.format(at(moment));
}

/** Between a number and its unit: they stay on one line. */
export const NB = '\u00a0';

/** "14.00 uur", "14:00". */
export function time(moment: Moment): string {
	const digits = format(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	return language.current === 'nl' ? `${digits.replace(':', '.')}${NB}uur` : digits;
}

/** "14.00 tot 15.00 uur", "14:00 to 15:00". */
export function timeRange(from: Moment, to: Moment): string {
	return language.current === 'nl' ? `${time(from).replace(`${NB}uur`, '')} tot ${time(to)}` : `${time(from)} to ${time(to)}`;
}

/** "dinsdag 24 november"; with the year when it is another year. */
export function date(moment: Moment, now: Date = new Date()): string {
	const other = format(moment, { year: 'numeric' }) !== format(now, { year: 'numeric' });
	const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
	return format(moment, other ? { ...options, year: 'numeric' } : options).replace(',', '');
}

/** Noon on a day (2026-11-24), to show or to count it: at noon Amsterdam and UTC agree on the date, whatever the clock does. */
export function noon(day: string): string {
	return `${day}T12:00:00Z`;
}

/** "24 november 2026", of a date without a time. */
export function plainDate(day: string): string {
	return format(noon(day), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "dinsdag". */
export function weekday(moment: Moment): string {
	return format(moment, { weekday: 'long' });
}

/** "DEC" above the number of a day. */
export function shortMonth(moment: Moment): string {
	return format(moment, { month: 'short' }).replace('.', '').toUpperCase();
}

export function dayNumber(moment: Moment): string {
	return format(moment, { day: 'numeric' });
}

/** The day in Amsterdam as 2026-11-24, whatever the device's own zone. */
export function dayKey(moment: Moment): string {
	keys ??= new Intl.DateTimeFormat('en-CA', { timeZone: AMSTERDAM, year: 'numeric', month: '2-digit', day: '2-digit' });
	return keys.format(at(moment));
}

/** Days between two moments by the calendar in Amsterdam, so that a clock change does not count. */
export function daysBetween(from: Moment, to: Moment): number {
	return Math.round((Date.parse(dayKey(to)) - Date.parse(dayKey(from))) / (24 * HOUR));
}

/** "Vandaag", "Morgen", "Gisteren", else "Dinsdag 24 november". */
export function day(moment: Moment, now: Date = new Date()): string {
	const words: Record<Locale, Record<number, string>> = {
		nl: { 0: 'vandaag', 1: 'morgen', [-1]: 'gisteren' },
		en: { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' }
	};
	return words[language.current][daysBetween(now, moment)] ?? date(moment, now);
}

/** Name of a weekday by its ISO number, 1 = Monday. */
export function weekdayName(number: number): string {
	// 1 January 2024 was a Monday.
	return format(new Date(Date.UTC(2024, 0, number, 12)), { weekday: 'long' }, 'UTC');
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
