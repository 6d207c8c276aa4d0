/** What is looked at, as it comes up on a screen. */
interface Looked {
	review?: { day: string; choice?: string | null; waits?: boolean } | null;
}

/** For which nothing was chosen yet first, the soonest day first; a volunteer who stops has no day and does not wait. */
export function inTurn<Match extends Looked>(matches: readonly Match[]): Match[] {
	const chosen = ({ review }: Match): number => (review?.choice || review?.waits ? 1 : 0);
	const day = ({ review }: Match): string => review?.day ?? '';
	return matches.toSorted((one, other) => chosen(one) - chosen(other) || day(one).localeCompare(day(other)));
}
