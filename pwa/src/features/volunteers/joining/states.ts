import type { AccountState } from '#lib/gql';

/** In the order of the way in. */
export const STATES: readonly AccountState[] = ['NOT_INVITED', 'WAITING', 'INVITED', 'EXPIRED', 'REFUSED', 'NO_ADDRESS', 'JOINED'];

export const SIGNS = {
	NOT_INVITED: { kind: 'quiet', icon: 'letter' },
	WAITING: { kind: 'quiet', icon: 'clock' },
	INVITED: { kind: 'lamp', icon: 'letter' },
	EXPIRED: { kind: 'warn', icon: 'clock' },
	REFUSED: { kind: 'bad', icon: 'cross' },
	NO_ADDRESS: { kind: 'warn', icon: 'phone' },
	JOINED: { kind: 'good', icon: 'tick' }
} as const satisfies Record<AccountState, unknown>;
