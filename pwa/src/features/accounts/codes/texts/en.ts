import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	start: 'Does that not work? Get a code by e-mail',
	email: 'Your e-mail address',
	emailHint: 'You get a code of eight digits.',
	send: 'Send the code',
	back: 'Back',
	sentTo: (email) => `Do we know ${email}? Then the code is on its way.`,
	code: 'The code in the e-mail',
	codeHint: (left) => `Eight digits. The code works: ${left}.`,
	over: 'The code no longer works. Ask for a new one.',
	enter: 'Sign in',
	again: 'Send a new code',
	againLater: 'After a minute you can ask for a new code.',
	sentAgain: 'A new code is on its way. The former one no longer works.',
	nothing: 'Nothing arrives?',
	nothingHints: [
		'Look among unwanted mail too, also called spam.',
		'Is the address right? Else go back and type it again.',
		'After five codes within an hour we send none for an hour.',
		'Does it not work? Call your coordinator.'
	],
	who: 'As who do you go on?',
	whoHint: 'You can switch later under Me.',
	trouble: {
		refused: 'This code is not right, or no longer works. Look once more, or ask for a new code. Does it keep going wrong? Call your coordinator.',
		short: 'The code has eight digits.',
		email: 'Enter a whole address, like name@example.org.',
		taken: 'Somebody else signs in with this address. Choose another one.',
		'too-often': (minutes) => `That was a few times too often. Try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
		unconfirmed: 'First show with your passkey that it is you.',
		'sign-in-again': 'Sign in again first. After that you have ten minutes for this.',
		offline: 'There is no connection. Try again later.',
		broken: 'Something broke on our side. Try once more.'
	}
};
