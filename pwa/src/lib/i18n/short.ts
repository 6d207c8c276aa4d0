import { AMSTERDAM, NB, noon, time } from './dates';
import { language } from './language.svelte';

/** "wo 25 nov", "Wed 25 Nov": for tables and choices, where a whole date does not fit. */
export function shortDate(moment: Date | string): string {
	const format = new Intl.DateTimeFormat(language.current === 'nl' ? 'nl-NL' : 'en-GB', {
		timeZone: AMSTERDAM,
		weekday: 'short',
		day: 'numeric',
		month: 'short'
	});
	return format.format(new Date(moment)).replace(/[.,]/g, '');
}

/** "wo 25 nov, 18.00 uur". */
export function shortMoment(moment: Date | string): string {
	return `${shortDate(moment)}, ${time(moment)}`;
}

/** "14.00", as in the first column of a day. */
export function clock(moment: Date | string): string {
	return time(moment).replace(`${NB}uur`, '');
}

/** "maart 2026", for what goes on for long. */
export function monthYear(day: string): string {
	const tag = language.current === 'nl' ? 'nl-NL' : 'en-GB';
	return new Intl.DateTimeFormat(tag, { timeZone: AMSTERDAM, month: 'short', year: 'numeric' }).format(new Date(noon(day))).replace('.', '');
}
