import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Visits in your calendar',
	hint: 'Put your visits in the calendar of your phone or computer. When something changes, your calendar changes too.',
	noNames: 'There is never a name in it. Only where and when.',
	make: 'Make a link',
	open: 'Open in calendar',
	copy: 'Copy the link',
	copied: 'The link is copied',
	notCopied: 'Copying did not work. Hold the link and choose copy.',
	link: 'Your link',
	secret: 'Do not share the link. Whoever has it sees when you go on a visit.',
	fetched: (day) => `Your calendar last looked: ${day}`,
	revoke: 'Stop the link',
	revokeTitle: 'Stop the link',
	revokeHint: 'Your calendar will get no visits any more. You can make a new link later.',
	keep: 'Leave it',
	revoked: 'The link has stopped'
};
