import { capital, date, language, NB, noon, weekdayName } from '#lib/i18n';
import type { OccurrenceFragment, RhythmFragment } from '#lib/gql';
import { t } from './texts';

/** "14.00 uur" of a time on the clock, "14:00". */
export function clockTime(at: string): string {
	return language.current === 'nl' ? `${at.replace(':', '.')}${NB}uur` : at;
}

/** "Elke 2 weken op dinsdag". */
export function rhythmInWords(series: Pick<RhythmFragment, 'everyWeeks' | 'weekday'>): string {
	return t().every(series.everyWeeks, weekdayName(series.weekday));
}

/** "elke 2 weken, dinsdag 14.00 uur", for a list. */
export function rhythmInShort(series: Pick<RhythmFragment, 'everyWeeks' | 'weekday' | 'startsAt'>): string {
	return t().short(series.everyWeeks, weekdayName(series.weekday), clockTime(series.startsAt));
}

/** "dinsdag 15 december", of a day of the rhythm. */
export function dayInWords(day: string): string {
	return date(noon(day));
}

/** What stands in the way of it; null when nothing does. */
export function hindranceInWords(occurrence: Pick<OccurrenceFragment, 'hindrance' | 'closedBecause' | 'holiday'>): string | null {
	const { hindrance, holiday } = occurrence;
	if (hindrance === null || hindrance === undefined) return null;
	if (hindrance !== 'CLOSED') return t().hindrance[hindrance];
	const cause = Object.entries(t().causes).find(([name]) => name === occurrence.closedBecause)?.[1];
	const why = holiday ?? cause;
	return why ? t().closedFor(why) : t().closed;
}

/** What one should know of it besides when and how it stands: the reason it cannot be, the holiday, that it was moved. */
export function besides(occurrence: OccurrenceFragment): string | null {
	const why = hindranceInWords(occurrence);
	if (why) return why;
	const moved = occurrence.moved ? t().movedFrom(dayInWords(occurrence.day)) : null;
	return [occurrence.holiday, moved].filter(Boolean).join('. ') || null;
}

/** Nothing is planned there, and somebody has to choose. */
export function isHeld(occurrence: Pick<OccurrenceFragment, 'state'>): boolean {
	return occurrence.state === 'HELD_BACK';
}

/** "Dinsdag 15 december". */
export function titleOf(occurrence: Pick<OccurrenceFragment, 'startsAt'>): string {
	return capital(date(occurrence.startsAt));
}
