import { daysBetween } from '#lib/i18n/dates.ts';

/** Who comes a quarter of an hour before, is in time: checking in takes that long. */
export const EARLY_MS = 15 * 60_000;

interface Going {
	state: string;
	gate?: { ready: boolean } | null;
	/** After a release: there is no gate. */
	outside?: boolean;
}

/** One clear yes or no: the gate opens, and the prison expects the visit. */
export function goes(visit: Going): boolean {
	return visit.state === 'CONFIRMED' && visit.gate?.ready === true;
}

const DAY = 24 * 3_600_000;

/** Around today, on whole days: the question stays the same while one looks. */
export function around(now: Date): { from: string; to: string } {
	const day = Math.floor(now.getTime() / DAY);
	return { from: new Date((day - 1) * DAY).toISOString(), to: new Date((day + 2) * DAY).toISOString() };
}

/** What of these is still to come today. */
export function ofToday<Visit extends Going & { startsAt: string; endsAt: string }>(visits: readonly Visit[], now: Date): Visit[] {
	return visits.filter(
		(visit) =>
			(visit.state === 'CONFIRMED' || visit.state === 'PROPOSED') &&
			!visit.outside &&
			daysBetween(now, visit.startsAt) === 0 &&
			Date.parse(visit.endsAt) > now.getTime()
	);
}

interface Check {
	ok: boolean;
	title: string;
	hint?: string | null;
}

export function asChecks(checks: readonly Check[]): { ok: boolean; title: string; hint?: string }[] {
	return checks.map(({ ok, title, hint }) => ({ ok, title, ...(hint ? { hint } : {}) }));
}

/** Opens the phone's own map, or a page when it has none. */
export function routeTo(facility: { name: string; city: string }): string {
	return `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${facility.name}, ${facility.city}`)}`;
}

/** "Anja": on a button of a phone the first name is enough. */
export function firstName(name: string): string {
	return name.split(' ')[0] ?? name;
}
