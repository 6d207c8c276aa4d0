import { language } from './language.svelte';
import { NB, day, daysBetween, time, weekday } from './dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "nog 3 uur", "nog 20 minuten": how long there is until a moment that is near. */
export function left(until: Date | string, now: Date = new Date()): string {
	const ms = Math.max(0, new Date(until).getTime() - now.getTime());
	if (ms >= HOUR) return hoursLeft(Math.floor(ms / HOUR));
	return minutesLeft(Math.max(1, Math.floor(ms / MINUTE)));
}

function hoursLeft(hours: number): string {
	if (language.current === 'nl') return `nog ${hours}${NB}uur`;
	return hours === 1 ? '1 hour left' : `${hours} hours left`;
}

function minutesLeft(minutes: number): string {
	const one = minutes === 1;
	if (language.current === 'nl') return one ? 'nog 1 minuut' : `nog ${minutes} minuten`;
	return one ? '1 minute left' : `${minutes} minutes left`;
}

/** "vandaag 18.00 uur", "woensdag 12.00 uur" within a week, else the whole date. */
export function deadline(until: Date | string, now: Date = new Date()): string {
	const days = daysBetween(now, until);
	const word = days > 1 && days < 7 ? weekday(until) : day(until, now);
	return `${word} ${time(until)}`;
}

/** "één dag", "19 dagen". */
export function days(count: number): string {
	if (language.current === 'nl') return count === 1 ? '1 dag' : `${count} dagen`;
	return count === 1 ? '1 day' : `${count} days`;
}
