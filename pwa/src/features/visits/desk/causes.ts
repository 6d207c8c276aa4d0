import type { CancelCause, CancelSide } from '#lib/gql';

/** Why a visit is off, from a short list per side. For learning, not for scoring anybody. */
export const CAUSES: Record<CancelSide, readonly CancelCause[]> = {
	FACILITY: ['CLOSED', 'NO_ROOM', 'NO_STAFF', 'SECURITY'],
	DETAINEE: ['ILL', 'OTHER_APPOINTMENT', 'TRANSFERRED', 'RELEASED', 'NOT_WANTED'],
	VOLUNTEER: ['ILL', 'TRAVEL', 'OTHER_APPOINTMENT'],
	ORGANISATION: ['NO_VOLUNTEER', 'PLANNING']
};

/** Sides in the order in which the facility most often means them. */
export const SIDES: readonly CancelSide[] = ['FACILITY', 'DETAINEE', 'VOLUNTEER', 'ORGANISATION'];
