import { date, euros, number, placeName, time, words } from '#lib/i18n';
import type { LogVisitInput, VisitToCorrectFragment } from '#lib/gql';
import { plannedMinutes, toLogInput, type Report } from '#features/visits/mine/rules.ts';
import { t } from './texts';

type Visit = Pick<VisitToCorrectFragment, 'startsAt' | 'endsAt' | 'plannedSetting' | 'cancelSide' | 'cancelCause' | 'kilometreRateCents' | 'log'>;
/** What is written of a log, whoever's visit it is. */
export type Figures = Omit<LogVisitInput, 'visitId'>;

/** "zondag 22 november 14.00, Esserheem". */
export function when({ startsAt, outside, facility }: Pick<VisitToCorrectFragment, 'startsAt' | 'outside' | 'facility'>): string {
	return t().at(date(startsAt), time(startsAt), outside ? t().outside : placeName(facility.name));
}

/** "het ging door, 60 minuten, 17 km, spreekkamer"; or that it was called off, by whose side and why. */
export function standing(visit: Pick<Visit, 'log' | 'cancelSide' | 'cancelCause'>): string {
	return visit.log ? [outcomeOf(visit), ...figuresOf(visit.log)].join(', ') : outcomeOf(visit);
}

/** What stands, to be changed. Of a visit that was off that is how it was planned; its kilometres nobody knows. */
export function prefilled(visit: Visit): Report {
	const { log } = visit;
	const held = log?.outcome === 'HELD';
	return {
		outcome: log?.outcome ?? 'HELD',
		minutes: held ? log.minutes : plannedMinutes(visit),
		setting: held ? log.setting : visit.plannedSetting,
		kilometres: log ? log.travelKilometres : null
	};
}

/** What the log becomes. Of one that is not held either way the room stays what it said. */
export function becoming(visit: Pick<Visit, 'log'>, report: Report): Figures {
	const { outcome, minutes, setting, travelKilometres } = toLogInput('', report);
	const before = visit.log;
	const kept = before && before.outcome !== 'HELD' && outcome !== 'HELD';
	return { outcome, minutes, setting: kept ? before.setting : setting, travelKilometres };
}

/** What changes, in words: "60 minuten wordt 90 minuten". Empty: nothing does. */
export function changes(visit: Visit, after: Figures): string[] {
	const before = visit.log;
	if (!before) return [t().instead(outcomeOf(visit), low(t().outcomes[after.outcome])), ...figuresOf(after)];
	const became = (from: string, to: string, say = t().becomes): string[] => (from === to ? [] : [say(from, to)]);
	return [
		...became(outcomeOf(visit), low(t().outcomes[after.outcome]), t().instead),
		...became(t().minutes(before.minutes), t().minutes(after.minutes)),
		...(after.outcome === 'HELD' ? became(roomOf(before), roomOf(after)) : []),
		...became(t().kilometres(number(before.travelKilometres)), t().kilometres(number(after.travelKilometres))),
		...became(paidFor(visit, before), paidFor(visit, after), t().money)
	];
}

/** For the volunteer, of their own: "Het ging door, 60 minuten". */
export function inShort({ log }: { log?: Pick<Figures, 'outcome' | 'minutes'> | null }): string {
	if (!log) return words().visitState.CANCELLED;
	return [words().outcome[log.outcome], ...(log.minutes > 0 ? [t().minutes(log.minutes)] : [])].join(', ');
}

function paidFor({ kilometreRateCents }: Pick<Visit, 'kilometreRateCents'>, { travelKilometres }: Pick<Figures, 'travelKilometres'>): string {
	return euros(Math.round((kilometreRateCents ?? 0) * travelKilometres));
}

function outcomeOf({ log, cancelSide, cancelCause }: Pick<Visit, 'log' | 'cancelSide' | 'cancelCause'>): string {
	if (log) return low(t().outcomes[log.outcome]);
	return cancelSide && cancelCause ? t().off(low(words().cancelSide[cancelSide]), low(words().cancelCause[cancelCause])) : '';
}

function figuresOf({ outcome, minutes, setting, travelKilometres }: Figures): string[] {
	const held = outcome === 'HELD';
	return [...(held ? [t().minutes(minutes)] : []), t().kilometres(number(travelKilometres)), ...(held ? [roomOf({ setting })] : [])];
}

function roomOf({ setting }: Pick<Figures, 'setting'>): string {
	return setting === 'UNKNOWN' ? t().roomUnknown : low(words().setting[setting]);
}

function low(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
