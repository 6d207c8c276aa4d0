import { dayKey } from '#lib/i18n';
import { later } from '#lib/i18n/days.ts';
import { inAmsterdam } from '#features/continuity/in-amsterdam.ts';

interface Times {
	startsAt: string;
	endsAt: string;
}

/** With which time a rhythm begins that is like this visit: that very time, or the next one when it is too late to ask for that day. */
export function firstLike({ startsAt, endsAt }: Times, weeks: number, now: Date): Times {
	const day = dayKey(startsAt);
	if (day > dayKey(now)) return { startsAt, endsAt };
	// by the clock on the wall, which may be set meanwhile
	const apart = noonOf(later(day, 7 * weeks)) - noonOf(day);
	const moved = (moment: string): string => new Date(Date.parse(moment) + apart).toISOString();
	return { startsAt: moved(startsAt), endsAt: moved(endsAt) };
}

function noonOf(day: string): number {
	return Date.parse(inAmsterdam(day, '12:00'));
}
