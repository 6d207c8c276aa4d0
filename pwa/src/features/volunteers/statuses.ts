import type { VolunteerStatus } from '#lib/gql';
import type { IconName } from '#lib/ui/icons.ts';

/** In the order in which people go. */
export const STATUSES: readonly VolunteerStatus[] = ['APPLICANT', 'IN_TRAINING', 'READY', 'ACTIVE', 'LEFT'];

/** Who takes part, in whatever way: the register as one mostly wants it. */
export const TAKING_PART: readonly VolunteerStatus[] = STATUSES.filter((status) => status !== 'LEFT');

export interface Sign {
	kind: 'good' | 'lamp' | 'plum' | 'quiet';
	icon: IconName;
}

export const SIGNS: Record<VolunteerStatus, Sign> = {
	APPLICANT: { kind: 'lamp', icon: 'letter' },
	IN_TRAINING: { kind: 'lamp', icon: 'book' },
	READY: { kind: 'plum', icon: 'tick' },
	ACTIVE: { kind: 'good', icon: 'people' },
	LEFT: { kind: 'quiet', icon: 'leave' }
};

/** What one can choose above the list: a pause is no status, but who has one is neither active nor ready. */
export type Choice = VolunteerStatus | 'PAUSED';
export const CHOICES: readonly Choice[] = ['APPLICANT', 'IN_TRAINING', 'READY', 'ACTIVE', 'PAUSED', 'LEFT'];

/** What is asked of the server for a choice above the list: '' is who takes part. */
export function statusesOf(chosen: string): VolunteerStatus[] {
	const one = STATUSES.find((status) => status === chosen);
	return one ? [one] : [...TAKING_PART];
}

/** Only who has a pause today, only who has none, or both: "actief" is the same people here as in every figure. */
export function pausedOf(chosen: string): boolean | null {
	if (chosen === 'PAUSED') return true;
	return chosen === 'ACTIVE' || chosen === 'READY' ? false : null;
}

/** Whether a day has gone, by the calendar: a paper is good through its last day. */
export function isOver(day: string, today: string): boolean {
	return day < today;
}
