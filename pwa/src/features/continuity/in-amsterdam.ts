import { AMSTERDAM } from '#lib/i18n/dates.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
	timeZone: AMSTERDAM, hourCycle: 'h23',
	year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'
});

/** How far the clock in Amsterdam is ahead at a moment, in milliseconds. */
function ahead(moment: number): number {
	const part = Object.fromEntries(CLOCK.formatToParts(moment).map(({ type, value }) => [type, value]));
	return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:00Z`) - moment;
}

/** The moment at which the clock in Amsterdam shows this day (2026-11-24) and time (14:30), whatever the device's own zone. */
export function inAmsterdam(day: string, time: string): string {
	const shown = Date.parse(`${day}T${time}:00Z`);
	const guess = shown - ahead(shown);
	return new Date(shown - ahead(guess)).toISOString();
}

/** So many minutes later. */
export function later(moment: string, minutes: number): string {
	return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}
