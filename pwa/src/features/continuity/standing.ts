import type { ReviewFragment } from '#lib/gql';

type Review = Pick<ReviewFragment, 'kind' | 'moved' | 'choice' | 'volunteerLeft' | 'waits'> | null | undefined;

/** Nothing happened to the person, or that was chosen long ago: it is the volunteer who stops. */
export function stops(review: Review): boolean {
	return !review || (!review.waits && review.moved && review.choice === 'KEEP');
}

/** Somebody else is looked for: at the prison by its request, also when the person goes further meanwhile; after a release by asking. */
export function looksFor(review: Review): boolean {
	return !!review && ((review.moved && review.choice === 'HAND_OVER') || (review.waits && review.kind === 'TRANSFER'));
}

/** Whoever visits can go along. */
export function keepable(review: NonNullable<Review>): boolean {
	return !review.volunteerLeft;
}

/** What keeping the same volunteer means for admission at the new prison: asked for now, asked for already, or there. */
export function whenKept(admission: string | null | undefined): 'KEEP_ASKS' | 'KEEP' | 'KEEP_GRANTED' {
	if (admission === 'GRANTED') return 'KEEP_GRANTED';
	return admission ? 'KEEP' : 'KEEP_ASKS';
}
