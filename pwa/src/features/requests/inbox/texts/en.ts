import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

function people(count: number): string {
	return count === 1 ? '1 person' : `${count} people`;
}

const filters: SameKeys<typeof nl.filters> = {
	search: 'Find a made-up name',
	all: { facility: 'All prisons', language: 'All languages', kind: 'Any kind', whose: 'All requests', standing: 'Any state', days: 'Any time' },
	label: { search: 'Name', facility: 'Prison', language: 'Language', kind: 'Kind', whose: 'Whose', standing: 'How it stands', days: 'How long somebody has waited' },
	whose: { MINE: 'Mine', OURS: 'Ours', EVERYONE: 'For everyone' },
	standing: { NOT_ASKED: 'Not asked', ASKED: 'Asked', NOBODY_COULD: 'Nobody could', PROPOSED: 'Proposed' },
	counted: (name, count) => `${name} (${number(count)})`,
	days: (days) => `Over ${days} days`,
	between: (from, to) => (from === 0 ? `At most ${to} days` : `${from} to ${to} days`),
	more: (chosen) => (chosen === 0 ? 'More filters' : `More filters (${chosen})`),
	fewer: 'Fewer filters',
	shown: (shown, total) => `${number(shown)} of ${number(total)} open`,
	none: 'Nobody is waiting with these filters',
	noneWhy: (parts) => `You are looking at: ${parts}.`,
	without: (name, count) => `Without “${name}” (${number(count)})`,
	clear: 'Show all'
};

const views: SameKeys<typeof nl.views> = {
	title: 'Views',
	all: 'All',
	keep: 'Keep this view',
	change: 'Change',
	changeThem: 'Change: views',
	name: 'Name of the view',
	nameHelp: 'For example: waits long. Only you see this. No names of people.',
	opensFirst: 'Open this one first',
	save: 'Save',
	saved: 'Saved.',
	remove: 'Remove',
	removeOne: (name) => `Remove ${name}`,
	removed: 'The view is gone. The requests stay.',
	rename: 'New name',
	cancel: 'Back',
	done: 'Done'
};

const keys: SameKeys<typeof nl.keys> = {
	title: 'Keys for requests',
	short: 'Keys',
	down: 'Next request',
	up: 'Previous request',
	open: 'Open the request',
	back: 'Back to the list',
	find: 'Find',
	tick: 'Tick, or do what has the focus',
	act: 'Invite, or take it on',
	help: 'This overview',
	use: 'Use the keys j, k, / and ?',
	useHelp: 'Turn them off when they are in the way, with speech for example. Arrows and Enter keep working.',
	enter: 'Enter',
	escape: 'Esc',
	space: 'Space',
	ctrl: 'Ctrl'
};

const course: SameKeys<typeof nl.course> = {
	title: 'What happened',
	happened: {
		REQUESTED: () => 'Asked for',
		CLAIMED: (_, by) => `Taken on by ${by}`,
		HANDED_BACK: (_, by) => `Given back to everyone by ${by}`,
		ASKED: (count, by) => `${people(count)} asked by ${by}`,
		COULD_NOT: (count) => `${count} cannot`,
		SILENT: (count) => `${count} without an answer`,
		SAID_YES: () => 'Someone said yes',
		TAKEN_BACK: (count) => `${count} ${count === 1 ? 'invitation' : 'invitations'} withdrawn`,
		WITHDRAWN: () => 'Request withdrawn',
		ROUNDS_ENDED: () => 'Rounds stopped',
		PROPOSED: (_, by) => `Proposed to another organisation by ${by}`,
		HAND_OVER_ACCEPTED: () => 'Taken over',
		HAND_OVER_DECLINED: () => 'Proposal not accepted',
		HAND_OVER_WITHDRAWN: () => 'Proposal taken back',
		HAND_OVER_EXPIRED: () => 'No answer to the proposal'
	},
	someone: 'someone',
	itself: 'the system',
	since: (day) => `asked for ${day}`,
	claimed: (by) => `taken on by ${by}`,
	asked: (count, rounds) => (rounds > 1 ? `${count} asked in ${rounds} goes` : `${count} asked`),
	cannot: (count) => `${count} cannot`,
	silent: (count) => `${count} without an answer`,
	overTo: 'proposed to another before',
	back: 'given back before',
	withdrawn: 'withdrawn'
};

const handover: SameKeys<typeof nl.handover> = {
	title: 'Give it to others',
	hint: 'Have you got nobody? The days waited go along with it, and the name stays sealed.',
	release: 'Give back to everyone',
	releaseTitle: (pseudonym) => `Give ${pseudonym} back to everyone`,
	releaseHint: 'All organisations here see this request again and can take it on. You can no longer read the name then.',
	released: 'Saved. This request is for everyone again.',
	propose: 'Ask another organisation',
	proposeTitle: (pseudonym) => `Propose ${pseudonym} to another organisation`,
	proposeHint: 'Until they answer, it stays with you and you invite nobody. After five days the proposal lapses.',
	which: 'Which organisation?',
	chooseOne: 'Choose an organisation first.',
	nobodyElse: 'No other organisation is active in this prison now.',
	send: 'Propose',
	sent: (name) => `Saved. ${name} will be told.`,
	keep: 'Leave it',
	outgoing: (name) => `Proposed to ${name}`,
	outgoingHint: (until) => `They answer before ${until}. Until then it stays with you and you invite nobody.`,
	withdraw: 'Take proposal back',
	withdrawn: 'Saved. The request stays with you.',
	waiting: 'Will you take this over?',
	incoming: (name) => `${name} asks whether you take this over`,
	incomingHint: (until) => `Answer before ${until}. If you take it over, it is yours and you can read the name. If not, it stays with them.`,
	accept: 'Take over',
	accepted: 'Saved. This request is yours.',
	decline: 'Do not take over',
	declined: 'Saved. It stays with the other organisation.',
	from: (name) => `from ${name}`
};

export const en: SameKeys<typeof nl> = { filters, views, keys, course, handover };
