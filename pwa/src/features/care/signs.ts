import type { CareSignal } from '#lib/gql';
import type { IconName } from '#lib/ui/icons.ts';

/** In the order in which one looks, as the server gives them. */
export const SIGNALS: readonly CareSignal[] = ['SILENT_30', 'OVERLOADED', 'FIRST_VISIT', 'NEVER_ASKED', 'SILENT_14', 'HALF_YEAR'];

/** lamp = time passed; the others are simply yours to do. */
export const SIGNS: Record<CareSignal, { kind: 'lamp' | 'good' | ''; icon: IconName }> = {
	SILENT_30: { kind: 'lamp', icon: 'clock' },
	OVERLOADED: { kind: '', icon: 'group' },
	FIRST_VISIT: { kind: 'good', icon: 'speech' },
	NEVER_ASKED: { kind: 'lamp', icon: 'people' },
	SILENT_14: { kind: 'lamp', icon: 'clock' },
	HALF_YEAR: { kind: '', icon: 'calendar' }
};
