import type { IconName } from './icons';

/** One of a few answers, shown as a real radio. */
export interface Option<Value extends string> {
	value: Value;
	label: string;
	icon?: IconName;
}
