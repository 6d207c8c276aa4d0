import { AMSTERDAM, dayKey } from '#lib/i18n';
import { later } from '#lib/i18n/days.ts';

/** Days from today for which an invitation may be asked to be answered; always at 18.00 in Amsterdam. */
export const DAYS_TO_ANSWER = [1, 2, 7] as const;
export const USUAL_DAYS = 2;
const HOUR = 18;

/** The moment before which a volunteer is asked to answer. */
export function answerBefore(days: number, now: Date = new Date()): Date {
	return amsterdamHour(later(dayKey(now), days), HOUR);
}

/** An hour on the clock in Amsterdam as a moment, in winter and in summer. */
function amsterdamHour(day: string, hour: number): Date {
	const guess = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
	const shown = Number(
		new Intl.DateTimeFormat('en-GB', { timeZone: AMSTERDAM, hour: '2-digit', hourCycle: 'h23' }).format(guess)
	);
	return new Date(guess.getTime() - (shown - hour) * 3_600_000);
}
