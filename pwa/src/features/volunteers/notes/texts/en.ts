import type { nl } from './nl';

export const en: typeof nl = {
	title: 'Notes',
	readToo: 'The volunteer reads this too.',
	none: 'There is nothing here.',
	write: 'Write',
	writeOf: (name: string) => `Write a note about ${name}`,
	note: 'Note',
	hint: 'Something practical, such as: would rather be called after six. Nothing about the people this volunteer visits, and nothing about a plan or a sentence.',
	left: (count: number) => `${count} characters left`,
	by: (who: string, day: string) => `${who}, ${day}`,
	somebody: 'Somebody who is no longer here',
	save: 'Save',
	cancel: 'Cancel',
	remove: 'Remove',
	removeOf: (note: string) => `Remove: ${note}`,
	removeTitle: 'Remove this note?',
	removeHint: 'Then it is no longer kept anywhere.',
	removed: 'Removed',
	mine: 'Notes about you',
	mineHint: 'What your coordinator wrote about you. You read all of it here.',
	mineNone: 'There is nothing about you.'
};
