import { day, time } from '#lib/i18n';

/** A round that goes in less than this goes at once, for who reads it. */
const SOON_MS = 60_000;

export interface Rhythm {
	size: number;
	hours: number;
}

export const SIZES = [1, 2, 3, 5, 10] as const;
export const HOURS = [2, 4, 6, 12, 24, 48] as const;
/** Until the server has said what the organisation chose. */
export const USUAL: Rhythm = { size: 3, hours: 6 };

/** The choices of a list, with the one that holds among them, whatever it is. */
export function withChosen(usual: readonly number[], chosen: number): number[] {
	return usual.includes(chosen) ? [...usual] : [...usual, chosen].sort((one, other) => one - other);
}

/** The day and the hour at which a round goes, in words; null: any moment now. */
export function whenGoes(nextAt: string, now: Date = new Date()): { day: string; time: string } | null {
	if (Date.parse(nextAt) - now.getTime() < SOON_MS) return null;
	return { day: day(nextAt, now), time: time(nextAt) };
}
