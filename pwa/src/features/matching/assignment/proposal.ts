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
