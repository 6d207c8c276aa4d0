import { dayKey, number, plainDate, words } from '#lib/i18n';
import type { LogVisitInput, MyVisitQuery } from '#lib/gql';
import { entered as t } from './entered-texts';
import { t as visits } from './texts';

type Visit = NonNullable<MyVisitQuery['visit']>;
type Log = NonNullable<Visit['log']>;
type Entered = Omit<LogVisitInput, 'visitId'>;

/** Nothing is logged of it any more: it was logged, or called off, on whatever device. */
export function isSettled({ state }: Pick<Visit, 'state'>): boolean {
	return state === 'LOGGED' || state === 'CANCELLED';
}

/** Whether somebody entered something else than what stands; of a visit that was off nothing stands. */
export function saysElse({ log, outside }: { log?: Log | null; outside: boolean }, entered: Entered): boolean {
	if (!log) return true;
	const setting = outside && entered.minutes > 0 ? 'OUTSIDE' : entered.setting;
	const figures = ({ outcome, minutes, travelKilometres }: Omit<Entered, 'setting'>): string => [outcome, minutes, travelKilometres.toFixed(1)].join();
	return setting !== log.setting || figures(entered) !== figures(log);
}

/** "Het ging door, 55 minuten, 31 km, spreekkamer". */
export function inWords(entered: Entered): string {
	return [words().outcome[entered.outcome], ...figuresOf(entered)].join(', ');
}

/** How the visit stands: what was logged, or on whose side it was called off and why. */
export function standing({ log, cancelSide, cancelCause }: Pick<Visit, 'log' | 'cancelSide' | 'cancelCause'>): string {
	if (log) return inWords(log);
	return cancelSide && cancelCause ? t().because(visits().offBy[cancelSide], words().cancelCause[cancelCause].toLowerCase()) : '';
}

/** What a coordinator is asked to put in its place: "10 november 2026: 55 minuten, 31 km, spreekkamer". */
export function toCorrect(startsAt: string, entered: Entered): string {
	const how = entered.outcome === 'HELD' ? [] : [t().notHeld];
	return t().ofDay(plainDate(dayKey(startsAt)), [...how, ...figuresOf(entered)].join(', '));
}

function figuresOf({ minutes, travelKilometres, setting }: Entered): string[] {
	return [
		...(minutes > 0 ? [t().minutes(minutes)] : []),
		t().kilometres(number(travelKilometres)),
		...(setting === 'UNKNOWN' ? [] : [words().setting[setting].toLowerCase()])
	];
}
