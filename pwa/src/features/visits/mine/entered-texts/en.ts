import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	logged: 'This visit has been logged',
	loggedHint: 'There is nothing left to do.',
	off: 'This visit did not take place',
	offHint: 'There is nothing to log.',
	stands: 'What stands',
	yours: 'What you filled in',
	another: 'There is another log already. What you filled in does not count yet. Choose what it should say.',
	whileOff: 'The visit was called off. What you filled in does not count yet. Choose what it should say.',
	keep: 'Leave it as it stands',
	correct: 'Ask for a correction',
	asked: 'Ask for a correction, and your coordinator gets this and answers within a month.',
	ofDay: (day, figures) => `${day}: ${figures}`,
	because: (side, cause) => `${side}: ${cause}`,
	notHeld: 'did not happen',
	minutes: (count) => `${count} minutes`,
	kilometres: (km) => `${km} km`
};
