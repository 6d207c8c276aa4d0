import type { CareLineFragment } from '#lib/gql';
import { dayKey, daysBetween, noon, plainDate } from '#lib/i18n';
import { t } from './texts';

/** As far back as signs of life are looked for. */
const FURTHEST_DAYS = 100;

/** Why to think of somebody, in one sentence. */
export function why(line: CareLineFragment, now: Date = new Date()): string {
	const since = plainDate(line.since);
	switch (line.signal) {
		case 'SILENT_30':
		case 'SILENT_14': {
			const days = daysBetween(noon(line.since), noon(dayKey(now)));
			return days >= FURTHEST_DAYS ? t().why.longSilent : t().why.silent(since, days);
		}
		case 'OVERLOADED':
			return line.byPeople ? t().why.people(line.count ?? 0, line.usual ?? 0) : t().why.visits(line.count ?? 0, line.usual ?? 0);
		case 'FIRST_VISIT':
			return t().why.first(line.pseudonym ?? '', since);
		case 'NEVER_ASKED':
			return t().why.neverAsked(since);
		case 'HALF_YEAR':
			return t().why.halfYear(line.pseudonym ?? '', howLong(line.months ?? 0));
	}
}

/** "een half jaar", "anderhalf jaar", "2 jaar": in half years. */
export function howLong(months: number): string {
	const words = t().long;
	const years = Math.floor(months / 12);
	if (months < 12) return words.half;
	if (months === 18) return words.oneAndHalf;
	if (months % 12 === 0) return words.years(years);
	return words.yearsAndHalf(years);
}

/** One line of one screen: a volunteer has each sign once, of each match. */
export function keyOf(line: CareLineFragment): string {
	return `${line.volunteerId} ${line.signal} ${line.matchId ?? ''}`;
}
