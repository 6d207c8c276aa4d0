import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	withPasskey: 'Sign in with a passkey',
	inField: 'Your passkey',
	inFieldHint: 'Tap the field and choose who you are.',
	title: 'Passkeys',
	hint: 'With a passkey you sign in with the lock of your phone or computer. There is nothing to remember.',
	none: 'You have no passkey yet.',
	add: 'Add a passkey',
	added: 'Passkey added',
	thisDevice: 'This device',
	neverUsed: (since) => `Added ${since}, not used yet`,
	lastUsed: (when) => `Last used ${when}`,
	blocked: 'No longer works',
	blockedHint: 'There seem to be two of this passkey. Remove it and add a new one.',
	rename: 'Change the name',
	renameOf: (name) => `Change the name of ${name}`,
	remove: 'Remove',
	removeOf: (name) => `Remove ${name}`,
	renameTitle: 'What do you call this device?',
	name: 'Name',
	save: 'Save',
	cancel: 'Cancel',
	renamed: 'Name changed',
	removeTitle: (name) => `Remove passkey ${name}?`,
	removeHint: 'You can no longer sign in with this passkey then.',
	keep: 'Keep it',
	removed: 'Passkey removed',
	trouble: {
		cancelled: 'It was broken off. Nothing has changed.',
		timeout: 'It took too long. Try once more.',
		'no-lock': 'This device has no lock that works for this. Switch on a PIN, finger or face first, or use another device.',
		unsupported: 'This browser cannot use passkeys. Try another browser or another device.',
		already: 'You already have a passkey on this device.',
		refused: 'You cannot sign in here with this passkey. Try again, or choose another one.',
		'not-added': 'The passkey was not added. Start again.',
		unconfirmed: 'First show with your passkey that it is you.',
		elsewhere: 'You signed in through your organisation. For this, sign in another way first.',
		offline: 'There is no connection. Try again later.',
		broken: 'Something broke on our side. Try once more.'
	}
};
