import type { Own } from './nl';

export const en: Own = {
	news: 'There is news. Tap to look.',
	won: ['It worked', 'Tap to choose a time.'],
	lost: ['Your yes did not arrive', 'Tap to look.']
};
