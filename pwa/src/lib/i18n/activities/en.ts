import type { SameKeys } from '../texts';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	ONE_TO_ONE: 'One to one',
	COURSE: 'Course',
	CHILD_EVENT: 'Parent and child day',
	CAMP: 'Camp',
	DROP_IN: 'Drop-in',
	DESK: 'Desk hours',
	CHAPLAINCY: 'Chaplaincy',
	FAMILY: 'Family',
	CHILD_ESCORT: 'Travelling with a child',
	AFTERCARE: 'After release'
};
