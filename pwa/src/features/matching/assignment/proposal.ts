import type { AssignmentPreviewQuery, AssignmentWithWeightsQuery } from '#lib/gql';

export type Preview = AssignmentPreviewQuery['assignmentPreview'];
export type Pair = Preview['pairs'][number];
type Sketch = AssignmentWithWeightsQuery['assignmentPreview'];

export interface Sent {
	requestId: string;
	volunteerId: string;
}

/** Those who are not left out, as they are sent. */
export function toSend(pairs: readonly Pair[], leftOut: ReadonlySet<string>): Sent[] {
	return pairs
		.filter((pair) => !leftOut.has(pair.request.id))
		.map((pair) => ({ requestId: pair.request.id, volunteerId: pair.suggestion.volunteer.id }));
}

/** How many people are asked, and for how many who wait: somebody with room for two is one person. */
export interface Asked {
	people: number;
	requests: number;
}

/** What is about to be sent. */
export interface Asking extends Asked {
	pairs: Sent[];
	until: Date;
	rounds: boolean;
}

export function askedOf(pairs: readonly Sent[]): Asked {
	return { people: new Set(pairs.map((pair) => pair.volunteerId)).size, requests: pairs.length };
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

/** What somebody chose and left out by hand: numbers only, for the tab to keep. */
export interface ByHand {
	kept: [string, string][];
	leftOut: string[];
}

/** null: everything is as proposed. */
export function byHand(kept: ReadonlyMap<string, string>, leftOut: ReadonlySet<string>): ByHand | null {
	return kept.size + leftOut.size === 0 ? null : { kept: [...kept], leftOut: [...leftOut] };
}

/** Of what was chosen before, that for which somebody still waits. */
export function stillWaits({ pairs, without }: Preview, requestId: string): boolean {
	return [...pairs, ...without].some((each) => each.request.id === requestId);
}

/** For how many people another way to choose is another volunteer, or somebody where there was nobody, or the reverse. */
export function differences(now: Preview, other: Sketch): number {
	const before = new Map(now.pairs.map((pair) => [pair.request.id, pair.suggestion.volunteer.id]));
	const after = new Map(other.pairs.map((pair) => [pair.request.id, pair.suggestion.volunteer.id]));
	return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).length;
}
