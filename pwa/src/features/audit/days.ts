import { dayKey } from '#lib/i18n';
import { later } from '#lib/i18n/days.ts';

/** How far back the list goes, in days; today is the last of them. */
export const PERIODS = { day: 1, week: 7, month: 30, year: 365 } as const;
export type Period = keyof typeof PERIODS;

export interface Days {
	from: string;
	to: string;
}

/** The first and the last day of a period, by the calendar in Amsterdam. */
export function daysOf(period: Period, now: Date = new Date()): Days {
	const to = dayKey(now);
	return { from: later(to, 1 - PERIODS[period]), to };
}

/** What happened, under the day it happened on; both in the order they came. */
export function byDay<Thing extends { at: string }>(things: readonly Thing[]): [day: string, things: Thing[]][] {
	const days = new Map<string, Thing[]>();
	for (const thing of things) {
		const day = dayKey(thing.at);
		const known = days.get(day);
		if (known) known.push(thing);
		else days.set(day, [thing]);
	}
	return [...days];
}

interface Told {
	at: string;
	readerName: string | null;
	readerRole: string;
	organisationName: string | null;
	pseudonym: string;
	reason: string;
}

/** The same name read by the same person for the same reason: an open screen reads it again and again. */
export interface Gathered<Reading> {
	latest: Reading;
	earliest: Reading;
	times: number;
}

/** The readings of one day, latest first, with those that say the same gathered in one. */
export function gathered<Reading extends Told>(readings: readonly Reading[]): Gathered<Reading>[] {
	const found = new Map<string, Gathered<Reading>>();
	for (const reading of readings) {
		const key = JSON.stringify([reading.readerName, reading.readerRole, reading.organisationName, reading.pseudonym, reading.reason]);
		const known = found.get(key);
		if (!known) found.set(key, { latest: reading, earliest: reading, times: 1 });
		else {
			known.earliest = reading;
			known.times++;
		}
	}
	return [...found.values()];
}
