import { language, noon } from '#lib/i18n';

/** "3 mrt", "3 mrt 2027" when it is another year: a day in a chip. */
export function shortDay(day: string, now: Date = new Date()): string {
	const other = day.slice(0, 4) !== String(now.getFullYear());
	const format = new Intl.DateTimeFormat(language.current === 'nl' ? 'nl-NL' : 'en-GB', {
		timeZone: 'UTC',
		day: 'numeric',
		month: 'short',
		...(other ? { year: 'numeric' } : {})
	});
	return format.format(new Date(noon(day))).replace('.', '');
}
