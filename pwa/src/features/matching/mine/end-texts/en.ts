import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	lookFor: 'Look for somebody else',
	opens: 'Your coordinator gets the request back. The days waited before still count.',
	shuts: 'The request closes. Whoever wants visits again later, starts waiting anew.',
	waits: 'Your coordinator is looking for somebody else already.',
	closes: 'The request closes too.'
};
