import { number, type SameKeys } from '#lib/i18n';
import type { Asked } from '../proposal';
import type { nl } from './nl';

function people(count: number): string {
	return count === 1 ? '1 person' : `${number(count)} people`;
}

function asked({ people: who, requests }: Asked): string {
	return `${people(who)} asked${who === requests ? '' : `, for ${number(requests)} requests`}`;
}

export const en: SameKeys<typeof nl> = {
	title: 'Assign',
	sentence: (can: number, all: number) => {
		if (can === 0) return all === 1 ? 'There is no one yet for 1 person' : `There is no one yet for ${number(all)} people`;
		if (can === all) return all === 1 ? '1 person can get someone' : `All ${number(all)} people can get someone`;
		return `${number(can)} of ${number(all)} people can get someone`;
	},
	longestFirst: 'Whoever waits longest goes first.',
	notSent: 'What stands below has not been sent yet.',
	justAsked: (who) => `Sent: ${asked(who)}. Under Requests you see who answers what.`,
	invited: (count) => `For ${count === 1 ? '1 other' : `${number(count)} others`} you are waiting for an answer already.`,
	again: 'Work it out again',
	whatCounts: 'What counts',
	compare: (changed) =>
		changed === 0
			? 'If you do the list from the top, each time with the best who is still free, everyone gets the same person.'
			: `For ${people(changed)} it is someone other than if you do the list from the top, each time with the best who is still free.`,
	fewer: (count) => `From the top, only ${number(count)} ${count === 1 ? 'gets' : 'get'} someone.`,
	travel: (ours, first) => (first === null ? `People usually travel ${ours} km.` : `People usually travel ${ours} km; from the top it would be ${first} km.`),
	list: 'Proposal',
	show: 'Show',
	everybody: 'Everyone',
	onlyChanged: 'Other than from the top',
	firstOf: (shown: number, all: number) => `Here are the ${number(shown)} of ${number(all)} who have waited longest. Once you have invited for them, the next ones follow.`,
	thenRest: (count) => (count === 1 ? 'After that 1 more comes.' : `After that ${number(count)} more come.`),
	nextOnes: (who, left) => `${asked(who)}. ${number(left)} more can get someone: here ${left === 1 ? 'they are' : 'are the next'}.`,
	noneChanged: 'Now everyone gets the same person as from the top.',
	waits: (days: string) => `Waits ${days}`,
	sinceToday: 'New today',
	forAll: 'For everyone',
	tick: (name: string, pseudonym: string) => `Invite ${name} for ${pseudonym}`,
	fit: { VERY_GOOD: 'Fits very well', GOOD: 'Fits well', FAIR: 'Fits' },
	yourChoice: 'Your choice',
	back: 'Back to the proposal',
	gone: 'Your choice is no longer possible. This is the proposal.',
	other: 'Choose someone else',
	otherFor: (pseudonym: string) => `Choose someone else for ${pseudonym}`,
	others: (pseudonym: string) => `Who else can go to ${pseudonym}`,
	noOther: 'No one else can go now.',
	takenFor: (pseudonym: string) => `now for ${pseudonym}`,
	choose: 'Choose',
	chooseName: (name: string) => `Choose ${name}`,
	chosen: (name: string) => `${name} chosen. The rest has been worked out again.`,
	recount: 'Worked out again.',
	nobodyYet: (count: number) => `No one yet: ${number(count)}`,
	nobodyHint: 'These people stay on the list. When something changes, they are included again.',
	look: (pseudonym: string) => `Look at ${pseudonym}`,
	more: (count: number) => `And ${people(count)} more.`,
	tickFirst: 'Tick someone first.',
	sent: (who) => `Saved. ${asked(who)}.`,
	refused: (count: number) => `For ${count} it was no longer possible`,
	refusedHint: 'The others were asked. This is the new proposal.',
	nobodyRefusedHint: 'No one was asked. This is the new proposal.',
	empty: 'Everyone has someone',
	emptyHint: 'That is good work.',
	toMatches: 'Look at matches',
	allAsked: 'Everything has been asked',
	allAskedHint: (count) => `For ${people(count)} you are waiting for an answer.`,
	toInbox: 'Look at requests',
	send: {
		sure: (who) => (who === 1 ? 'Invite 1 volunteer?' : `Invite ${number(who)} volunteers?`),
		how: (who, requests) => {
			if (requests === 1) return '1 invitation goes out, for 1 person who waits.';
			if (who === 1) return `${number(requests)} invitations go out, all to the same volunteer: one for each who waits.`;
			if (who === requests) return `${number(requests)} invitations go out: each volunteer gets one, for one person who waits.`;
			return `${number(requests)} invitations go out, for ${number(requests)} people who wait. Whoever has room for more people can get more than one.`;
		},
		answer: (until) => `They can answer until ${until}.`,
		rounds: 'If someone says no or nothing, a next round goes out by itself.',
		final: 'They go out at once. They cannot be taken back after that. Under Requests you see who answers what.',
		go: 'Send',
		cancel: 'Cancel'
	},
	weights: {
		intro: 'This applies to your whole organisation: for the order in Requests, for rounds and here.',
		levels: { NOT: 'not at all', A_LITTLE: 'a little', USUAL: 'as usual', HEAVILY: 'heavily' },
		names: {
			language: 'A language asked for that few people speak',
			fluency: 'Speaking a language that is asked for well, not a little',
			distance: 'Living nearby',
			days: 'Free on visiting days',
			load: 'Visiting few people yet',
			waiting: 'The best choice for whoever has waited long',
			continuity: 'Knowing each other already',
			newcomer: 'A first time where an experienced colleague can come along'
		},
		waitingHint: 'Whoever waits longest always goes first when there are too few people.',
		wouldBe: (can: number, all: number, kilometres: string | null) =>
			`This way ${number(can)} of ${number(all)} can get someone${kilometres === null ? '' : `, usually travelling ${kilometres} km`}.`,
		others: (count: number) => (count === 0 ? 'Nothing changes for anyone.' : count === 1 ? 'For 1 person it becomes someone else.' : `For ${number(count)} people it becomes someone else.`),
		nothing: 'Let language, distance, days or load count.',
		working: 'Working it out…',
		save: 'Let it count this way',
		cancel: 'Leave it as it was',
		usual: 'Everything as usual',
		saved: 'Saved. It counts this way from now on.'
	}
};
