import { dayKey } from '#lib/i18n';
import type { VisitingMomentsQuery } from '#lib/gql';

export type Moment = VisitingMomentsQuery['visitingMoments'][number];

export interface MomentDay {
	/** 2026-11-24, in Amsterdam. */
	key: string;
	moments: Moment[];
}

/** Why nobody can choose: there is no such match that runs, it is being looked at how it goes on, or all is taken. */
export function noneBecause(match: Pick<NonNullable<VisitingMomentsQuery['match']>, 'state'> | null): 'gone' | 'changing' | 'full' {
	if (match === null || match.state === 'ENDED') return 'gone';
	return match.state === 'REVIEW' ? 'changing' : 'full';
}

type Absent = Pick<VisitingMomentsQuery['myAvailability'], 'away' | 'pause'>;

/** Whether somebody said not to be there on that day. They may come all the same: it is their own choice. */
export function isAway(day: string, { away, pause }: Absent): boolean {
	return away.some(({ first, last }) => first <= day && day <= last) || (!!pause && (!pause.endsOn || day <= pause.endsOn));
}

/** Moments under the day they are on in Amsterdam, soonest first; what is full is left out. */
export function byDay(moments: readonly Moment[]): MomentDay[] {
	const days = new Map<string, Moment[]>();
	for (const moment of [...moments].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
		if (moment.placesLeft < 1) continue;
		const key = dayKey(moment.startsAt);
		days.set(key, [...(days.get(key) ?? []), moment]);
	}
	return [...days].map(([key, ofDay]) => ({ key, moments: ofDay }));
}

/** As far ahead as one may ask. */
export const MOST_DAYS = 92;
const BEFORE = 6;
const AFTER = 13;

/** The days around a day of the rhythm, which may be weeks away; all of them when there is none. */
export function near(days: readonly MomentDay[], day: string | null): MomentDay[] {
	if (day === null) return [...days];
	const middle = Date.parse(day);
	const distance = (key: string): number => (Date.parse(key) - middle) / 86_400_000;
	return days.filter(({ key }) => distance(key) >= -BEFORE && distance(key) <= AFTER);
}

/** What a half-made choice is kept under: of the visit that moves, of one date of this match's rhythm, or of this match. */
export function draftOf(matchId: string, visitId: string | null, day: string | null): string {
	return `moment/${visitId ?? (day ? `${matchId}/${day}` : matchId)}`;
}
