import type { PaperState } from '#lib/gql';

/** How a paper stands, as a chip: shape and word besides colour. */
export const PAPER_SIGNS = {
	VALID: { kind: 'good', icon: 'tick' },
	EXPIRES_SOON: { kind: 'lamp', icon: 'clock' },
	EXPIRED: { kind: 'bad', icon: 'cross' },
	REQUESTED: { kind: 'quiet', icon: 'clock' },
	MISSING: { kind: 'warn', icon: 'warning' }
} as const satisfies Record<PaperState, unknown>;
