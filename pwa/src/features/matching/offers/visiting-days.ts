import { capital, either, weekdayName } from '#lib/i18n';
import { one } from './one-texts';

/** "Dinsdag of donderdag", "Elke dag": the weekdays on which one can visit, 1 = Monday. */
export function visitingDays(weekdays: readonly number[]): string {
	if (weekdays.length === 7) return one().everyDay;
	if (weekdays.join() === '1,2,3,4,5') return one().workingDays;
	return capital(either(weekdays.map(weekdayName)));
}
