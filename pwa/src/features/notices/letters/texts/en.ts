import type { SameKeys } from '#lib/i18n/texts.ts';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Letters by e-mail',
	hint: 'You get a letter when you have not seen that someone asks for a visit, or other news about your visits and requests.',
	stop: 'Stop the letters',
	stopped: 'You get these letters no more. Notifications on your devices stay as they are.',
	back: 'Letters after all',
	again: 'You get letters again.',
	noLink: 'This takes the link from a letter. In the app you choose it under Me.',
	toApp: 'To the app',
	trouble: {
		unknown: 'This link no longer works. In the app you choose it under Me.',
		often: 'That was a few times too often. Try again in an hour.',
		offline: 'No connection. Nothing has changed. Try again later.',
		broken: 'Something broke on our side. Nothing has changed. Try again later.'
	}
};
