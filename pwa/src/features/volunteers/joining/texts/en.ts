import { number } from '#lib/i18n';
import type { nl } from './nl';

const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);

export const en: typeof nl = {
	title: 'Invite',
	back: 'Volunteers',
	intro: 'Whoever you imported has no account yet: they cannot sign in and get no requests. Whoever says yes to your invitation gets the details that are ready for them.',
	tally: 'How far it is',
	states: {
		NOT_INVITED: 'Not invited yet',
		WAITING: 'E-mail leaves shortly',
		INVITED: 'Invited',
		EXPIRED: 'Link expired',
		REFUSED: 'Address does not work',
		NO_ADDRESS: 'No e-mail address',
		JOINED: 'Has an account'
	},
	all: (count: number) => `Invite ${people(count)}`,
	chosen: (count: number) => `Invite ${number(count)} chosen ${count === 1 ? 'person' : 'people'}`,
	nobodyNow: 'There is nobody to invite now.',
	again: 'Whoever did not come can be invited again once the link has expired. Nobody gets two e-mails in one day.',
	going: (count: number, minutes: number) =>
		`${count === 1 ? '1 more e-mail leaves' : `${number(count)} more e-mails leave`} one by one, within ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
	sure: (count: number) => `Invite ${people(count)}?`,
	sureHint: (count: number) => (count === 1 ? '1 e-mail leaves, in your name.' : `${number(count)} e-mails leave, in your name. One each second, so that mail servers take them.`),
	lasts: 'The link in it works once, for seven days.',
	without: (count: number) => (count === 1 ? '1 person has no e-mail address. Call them, or put the address in your list and import it again.' : `${number(count)} people have no e-mail address. Call them, or put the addresses in your list and import it again.`),
	send: 'Send',
	cancel: 'Cancel',
	sent: (count: number) => (count === 1 ? '1 invitation leaves' : `${number(count)} invitations leave`),
	list: 'The people you imported',
	find: 'Find by name or address',
	filter: 'How it stands',
	everybody: 'Everybody',
	findNone: 'Nobody matches what you are looking for.',
	clear: 'Show everybody',
	choose: (name: string) => `Choose ${name}`,
	invitedOn: (day: string) => `Invited on ${day}`,
	until: (day: string) => `The link works until ${day}`,
	empty: 'You have not imported anybody yet',
	emptyHint: 'Do you have a list? Import it. To invite one person, go to People.',
	toImport: 'Import a list',
	toPeople: 'To People',
	link: 'Invite',
	none: 'No account yet',
	inviteThem: (count: number) => `${number(count)} to invite`,
	onlyNone: 'Only those without an account',
	noneHint: 'Cannot sign in yet and gets no requests.'
};
