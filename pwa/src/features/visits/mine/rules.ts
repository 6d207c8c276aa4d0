import type { CancelCause, CancelSide, KeptListsQuery, LogVisitInput, MyVisitQuery, MyVisitsQuery, VisitOutcome, VisitSetting } from '#lib/gql';

export type VisitItem = MyVisitsQuery['myVisits'][number];

const PAST_SHOWN = 10;

/** The same short lists that the server keeps. */
export const CAUSES: Record<CancelSide, readonly CancelCause[]> = {
	VOLUNTEER: ['ILL', 'TRAVEL', 'OTHER_APPOINTMENT'],
	DETAINEE: ['ILL', 'OTHER_APPOINTMENT', 'TRANSFERRED', 'RELEASED', 'NOT_WANTED'],
	FACILITY: ['CLOSED', 'NO_ROOM', 'NO_STAFF', 'SECURITY'],
	ORGANISATION: ['NO_VOLUNTEER', 'PLANNING']
};

export const NOT_HELD: readonly VisitOutcome[] = ['VOLUNTEER_ABSENT', 'DETAINEE_ABSENT', 'FACILITY_CANCELLED'];

interface Timed {
	state: VisitItem['state'];
	endsAt: string;
}

/** Asks for its two taps. */
export function isToLog(visit: Timed, now: Date): boolean {
	return visit.state === 'CONFIRMED' && Date.parse(visit.endsAt) <= now.getTime();
}

/** The prison never answered, and the moment has passed: nothing is asked, but who was there all the same can say so. */
export function isUnanswered(visit: Timed, now: Date): boolean {
	return visit.state === 'PROPOSED' && Date.parse(visit.endsAt) <= now.getTime();
}

export function isUpcoming(visit: Timed, now: Date): boolean {
	return (visit.state === 'PROPOSED' || visit.state === 'CONFIRMED') && Date.parse(visit.endsAt) > now.getTime();
}

/** Called off, and its moment is still to come. */
function isOff(visit: Timed, now: Date): boolean {
	return visit.state === 'CANCELLED' && Date.parse(visit.endsAt) > now.getTime();
}

export interface VisitList {
	toLog: VisitItem[];
	upcoming: VisitItem[];
	off: VisitItem[];
	past: VisitItem[];
}

/** What asks something first, then what comes, then what would have come, then what was, latest first. */
export function arranged(visits: readonly VisitItem[], now: Date): VisitList {
	const byStart = [...visits].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
	const past = byStart.filter((visit) => !isToLog(visit, now) && !isUpcoming(visit, now) && !isOff(visit, now)).reverse();
	return {
		toLog: byStart.filter((visit) => isToLog(visit, now)),
		upcoming: byStart.filter((visit) => isUpcoming(visit, now)),
		off: byStart.filter((visit) => isOff(visit, now)),
		past: past.slice(0, PAST_SHOWN)
	};
}

/** Length of a visit as planned. */
export function plannedMinutes(visit: { startsAt: string; endsAt: string }): number {
	return Math.round((Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / 60_000);
}

export interface Report {
	outcome: VisitOutcome;
	minutes: number;
	/** Null until the volunteer says it: without a last time and a place, nobody knows. */
	kilometres: number | null;
	setting: VisitSetting;
}

/** As it was planned and as it was last time: who finds it right has nothing to change. */
export function prefilled(visit: {
	startsAt: string;
	endsAt: string;
	plannedSetting: VisitSetting;
	suggestedKilometres?: number | null;
}): Report {
	const kilometres = visit.suggestedKilometres ?? null;
	return { outcome: 'HELD', minutes: plannedMinutes(visit), kilometres, setting: visit.plannedSetting };
}

/** Whoever stayed home did not travel. */
export function travelled(report: Report): boolean {
	return report.outcome !== 'VOLUNTEER_ABSENT';
}

/** Whether the travel is still to be filled in; nobody's kilometres become 0 by themselves. */
export function kilometresMissing(report: Report): boolean {
	return travelled(report) && report.kilometres === null;
}

/** What is sent: a visit that did not take place has no minutes and no room; who stayed home did not travel. */
export function toLogInput(visitId: string, report: Report): LogVisitInput {
	const held = report.outcome === 'HELD';
	return {
		visitId,
		outcome: report.outcome,
		minutes: held ? report.minutes : 0,
		setting: held ? report.setting : 'UNKNOWN',
		travelKilometres: travelled(report) ? Math.round((report.kilometres ?? 0) * 10) / 10 : 0
	};
}

/** A log that was given before, to be looked at again: what it did not say is as planned. */
export function fromLogInput(planned: Report, { outcome, minutes, setting, travelKilometres }: LogVisitInput): Report {
	const held = outcome === 'HELD';
	return {
		outcome,
		minutes: held ? minutes : planned.minutes,
		setting: held ? setting : planned.setting,
		kilometres: outcome === 'VOLUNTEER_ABSENT' ? planned.kilometres : travelKilometres
	};
}

/** One visit as this phone keeps it, for a screen without a line: what only the server knows is not said. */
export function fromKept(visits: KeptListsQuery['myVisits'], id: string): MyVisitQuery | null {
	const visit = visits.find((each) => each.id === id);
	if (!visit) return null;
	const unsaid = { regime: 'UNKNOWN', room: null, cancelSide: null, cancelCause: null, admitted: true, gate: null, log: null } as const;
	return { visit: { ...visit, ...unsaid } };
}
