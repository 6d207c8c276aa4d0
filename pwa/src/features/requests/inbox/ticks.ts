export interface Tickable {
	volunteer: { id: string };
	fit: 'VERY_GOOD' | 'GOOD' | 'FAIR';
	alreadyOffered: boolean;
}

const AT_FIRST = 3;

/** Who is ticked when a request is opened: the first three who fit well and were not asked yet. */
export function firstTicks(suggestions: readonly Tickable[]): string[] {
	return suggestions
		.filter((suggestion) => !suggestion.alreadyOffered && suggestion.fit !== 'FAIR')
		.slice(0, AT_FIRST)
		.map((suggestion) => suggestion.volunteer.id);
}

/** The ticks that can still be sent: a refresh may have taken somebody away or shown that they were asked. */
export function sendable(ticked: ReadonlySet<string>, suggestions: readonly Tickable[]): string[] {
	return suggestions
		.filter((suggestion) => ticked.has(suggestion.volunteer.id) && !suggestion.alreadyOffered)
		.map((suggestion) => suggestion.volunteer.id);
}

/** The row a step up or down from `current`; stays at the ends, starts at the first. */
export function stepFrom(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
	const at = current === null ? -1 : ids.indexOf(current);
	if (at === -1) return ids[0] ?? null;
	return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}
