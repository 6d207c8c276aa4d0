import type { nl } from './nl';

export const en: typeof nl = {
	news: 'There is news. Tap to look.'
};
