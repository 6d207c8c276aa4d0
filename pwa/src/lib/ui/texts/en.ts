import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	busy: 'One moment…',
	saved: 'Saved',
	close: 'Close',
	back: 'Back',
	retry: 'Try again',
	loading: 'Loading',
	offline: 'No connection.',
	offlineGoOn: 'You can simply go on.',
	fromWhen: (when) => `This is from ${when}.`,
	offlineLoad: 'No connection',
	offlineLoadHint: 'This screen comes back as soon as there is a connection.',
	slow: 'This takes too long',
	slowHint: 'The connection is slow. Try once more.',
	broken: 'Something broke on our side',
	brokenLoad: 'Nothing is lost. Try once more.',
	brokenSend: 'Your answer was not sent. What you filled in is still there.',
	code: 'Does it keep happening? Ask for help and mention code',
	forbidden: 'This is not part of your work',
	forbiddenHint: 'Go back to your own screen.',
	whatNow: 'What would you like to do?'
};
