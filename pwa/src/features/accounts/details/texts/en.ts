import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Name, phone and e-mail',
	name: 'Name',
	nameHint: 'This is how others see you.',
	email: 'E-mail',
	noEmail: 'No e-mail address yet',
	phone: 'Phone',
	noPhone: 'No number yet',
	seen: 'Only the coordinator of your own organisation sees your e-mail and phone.',
	volunteersSee: 'The volunteers of your organisation see your phone number, so that they can call you.',
	emailSeen: 'Only a coordinator of your organisation sees your e-mail.',
	emailUnseen: 'Nobody else sees your e-mail.',
	unseen: 'Nobody else sees your e-mail and phone.',
	edit: 'Change name and phone',
	editTitle: 'Name and phone',
	optional: 'optional',
	save: 'Save',
	cancel: 'Cancel',
	changeEmail: 'Change e-mail',
	emailTitle: 'Your new e-mail address',
	newEmail: 'New e-mail address',
	sentTo: (email) => `The code is on its way to ${email}.`,
	confirm: 'Confirm',
	moved: 'E-mail address changed',
	signInAgain: 'Sign in again'
};
