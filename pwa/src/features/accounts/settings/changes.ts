import type { OrganisationSetting, SettingsQuery, WeightLevel } from '#lib/gql';

export interface LastChange {
	changedAt: string;
	changedBy?: string | null;
}
export type Change = SettingsQuery['settingChanges'][number];

/** In the order of their numbers. */
const LEVELS: readonly WeightLevel[] = ['NOT', 'A_LITTLE', 'USUAL', 'HEAVILY'];
const WEIGHTS = ['language', 'fluency', 'distance', 'days', 'load', 'waiting', 'continuity', 'newcomer'] as const;
export type Weights = Record<(typeof WEIGHTS)[number], WeightLevel>;

export function changeOf(changes: readonly Change[], setting: OrganisationSetting): Change | undefined {
	return changes.find((change) => change.setting === setting);
}

/** One of the numbers it was before; null when it says nothing of the kind. */
export function before(change: Change | undefined, name: string): number | null {
	return change?.before.find((value) => value.name === name)?.value ?? null;
}

/** What counted before; null when the change does not say all of it. */
export function weightsBefore(change: Change | undefined): Weights | null {
	const levels = WEIGHTS.map((name) => [name, LEVELS[before(change, name) ?? -1]] as const);
	return levels.every(([, level]) => level !== undefined) ? (Object.fromEntries(levels) as Weights) : null;
}

/** Cents as one types euros: "0,23" or "0.23"; null for what is no amount. */
export function centsOf(text: string): number | null {
	const found = /^\s*(?:€\s*)?(\d)(?:[.,](\d{1,2}))?\s*$/.exec(text);
	return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}
