import type { OwnAvailabilityFragment } from '#lib/gql';

export const PARTS = ['mornings', 'afternoons', 'evenings'] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export type Part = (typeof PARTS)[number];
export type Week = OwnAvailabilityFragment['week'];
export type Away = OwnAvailabilityFragment['away'][number];

export const EMPTY: Week = { mornings: [], afternoons: [], evenings: [] };
export const ALWAYS: Week = { mornings: [...WEEKDAYS], afternoons: [...WEEKDAYS], evenings: [...WEEKDAYS] };

/** The week with this part of a weekday put in or taken out. */
export function toggled(week: Week, part: Part, weekday: number): Week {
	const days = week[part];
	const next = days.includes(weekday) ? days.filter((day) => day !== weekday) : [...days, weekday].sort((a, b) => a - b);
	return { ...week, [part]: next };
}

/** The weekdays of which some part is chosen. */
export function daysOf(week: Week): number[] {
	return WEEKDAYS.filter((weekday) => PARTS.some((part) => week[part].includes(weekday)));
}

export function partsIn(week: Week): number {
	return PARTS.reduce((sum, part) => sum + week[part].length, 0);
}

export function isAlways(week: Week): boolean {
	return partsIn(week) === PARTS.length * WEEKDAYS.length;
}

/** How many people may still be added: none when the maximum is reached, or lower. */
export function roomFor(carrying: number, capacity: number): number {
	return Math.max(0, capacity - carrying);
}

/** What happens with the visits of somebody who will not be there. */
export type Plan = 'off' | 'keep' | 'choose';

/** The visits that are called off; null as long as nothing was chosen about visits that there are. */
export function calledOff(visits: readonly { id: string }[], plan: Plan | null, chosen: readonly string[]): string[] | null {
	if (visits.length === 0 || plan === 'keep') return [];
	if (plan === 'off') return visits.map(({ id }) => id);
	return plan === 'choose' ? visits.map(({ id }) => id).filter((id) => chosen.includes(id)) : null;
}

/** What belongs to the same volunteer together, in the order in which they come. */
export function byVolunteer<Thing extends { volunteer: { id: string } }>(things: readonly Thing[]): Thing[][] {
	const found = new Map<string, Thing[]>();
	for (const thing of things) found.set(thing.volunteer.id, [...(found.get(thing.volunteer.id) ?? []), thing]);
	return [...found.values()];
}
