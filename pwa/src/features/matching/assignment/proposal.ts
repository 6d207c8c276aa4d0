import type { AssignmentPreviewQuery, AssignmentWithWeightsQuery } from '#lib/gql';

export type Preview = AssignmentPreviewQuery['assignmentPreview'];
export type Pair = Preview['pairs'][number];
type Sketch = AssignmentWithWeightsQuery['assignmentPreview'];

interface Sent {
	requestId: string;
	volunteerId: string;
}

/** Those who are not left out, as they are sent. */
export function toSend(pairs: readonly Pair[], leftOut: ReadonlySet<string>): Sent[] {
	return pairs
		.filter((pair) => !leftOut.has(pair.request.id))
		.map((pair) => ({ requestId: pair.request.id, volunteerId: pair.suggestion.volunteer.id }));
}

/** How many more can get somebody than are in the list: they come once those are asked. */
export function afterThese({ pairs, proposed }: Preview): number {
	return Math.max(0, proposed.people - pairs.length);
}

/** Who was left out and is still in the proposal: they stay left out while the rest is asked. */
export function stillLeftOut(leftOut: ReadonlySet<string>, pairs: readonly Pair[]): string[] {
	return pairs.map((pair) => pair.request.id).filter((id) => leftOut.has(id));
}

/** What a coordinator chose, as the server is told. */
export function asKept(kept: ReadonlyMap<string, string>): Sent[] {
	return [...kept].map(([requestId, volunteerId]) => ({ requestId, volunteerId }));
}

/** For how many people another way to choose is another volunteer, or somebody where there was nobody, or the reverse. */
export function differences(now: Preview, other: Sketch): number {
	const before = new Map(now.pairs.map((pair) => [pair.request.id, pair.suggestion.volunteer.id]));
	const after = new Map(other.pairs.map((pair) => [pair.request.id, pair.suggestion.volunteer.id]));
	return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).length;
}
