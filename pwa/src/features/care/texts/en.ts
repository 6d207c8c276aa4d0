import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Care for volunteers',
	intro: 'Who is on your mind today? Every sign is a reason to call, not a judgement.',
	whose: 'Whose',
	mine: 'Mine',
	everybody: 'Everybody',
	mineHint: 'Their newest match came from a request that was taken on by you, or by somebody you stand in for. Those who are nobody’s are here too.',
	emptyMine: 'All of yours are in view',
	toEverybody: 'Show everybody',
	back: 'Volunteers',
	empty: 'Everybody is in view',
	emptyHint: 'Has somebody been silent for long, just made a first visit, or been very busy? Then you read that here.',
	toRegister: 'To the volunteers',
	group: {
		SILENT_30: 'Silent for 30 days',
		OVERLOADED: 'A lot at once',
		FIRST_VISIT: 'First visit done',
		NEVER_ASKED: 'Ready, never asked yet',
		SILENT_14: 'Silent for 14 days',
		HALF_YEAR: 'Half a year on'
	},
	what: {
		SILENT_30: 'A match is running, but for 30 days there was no visit, no answer and no call, and no visit is planned. Whoever is on a break or away does not count.',
		OVERLOADED: 'Visits more people than they said they would. Or made at least two more visits in four weeks than the rhythm.',
		FIRST_VISIT: 'The first visit of a match was in the last two weeks. Call to hear how it went.',
		NEVER_ASKED: 'Ready to begin for 30 days, and not asked for anyone yet. Call to hear whether they still want to, and for whom. Whoever is on a break, is away or has no account yet does not count.',
		SILENT_14: 'A match is running, but for 14 days nothing was heard and no visit is planned.',
		HALF_YEAR: 'A match has been running for another half year. Talk about how it is and how to go on.'
	},
	short: {
		SILENT_30: (count: number) => `silent for 30 days: ${number(count)}`,
		OVERLOADED: (count: number) => `a lot at once: ${number(count)}`,
		FIRST_VISIT: (count: number) => `first visit: ${number(count)}`,
		NEVER_ASKED: (count: number) => `never asked: ${number(count)}`,
		SILENT_14: (count: number) => `silent for 14 days: ${number(count)}`,
		HALF_YEAR: (count: number) => `half a year on: ${number(count)}`
	},
	why: {
		silent: (since: string, days: number) => `Nothing heard since ${since}, ${days} days.`,
		longSilent: 'Nothing heard for more than three months.',
		people: (count: number, usual: number) => `Visits ${count === 1 ? '1 person' : `${count} people`}, and said ${usual} at most.`,
		visits: (count: number, usual: number) => `Visited ${count} times in four weeks. The rhythm is ${usual} times.`,
		first: (pseudonym: string, day: string) => `Visited ${pseudonym} for the first time on ${day}.`,
		neverAsked: (since) => `Ready since ${since}, and not asked for anyone yet.`,
		halfYear: (pseudonym: string, long: string) => `Has been visiting ${pseudonym} for ${long}.`
	},
	long: {
		half: 'half a year',
		oneAndHalf: 'a year and a half',
		years: (years: number) => (years === 1 ? 'a year' : `${years} years`),
		yearsAndHalf: (years: number) => `${years}.5 years`
	},
	spoken: 'We spoke',
	spokenWith: (name: string) => `We spoke: ${name}`,
	undo: 'Undo',
	call: (name: string) => `Call ${name}`,
	noNumber: 'No number given',
	showAll: (count: number) => `Show all ${number(count)}`,
	showMost: (count: number) => `Show ${count}`,
	today: 'Spoken to today',
	todayHint: 'We only remember that it happened, never what was said.',
	talk: (name: string, who: string) => `${name}, by ${who}`,
	talkMine: (name: string) => `${name}, by you`,
	about: {
		SILENT_30: 'silent for 30 days',
		OVERLOADED: 'a lot at once',
		FIRST_VISIT: 'first visit',
		NEVER_ASKED: 'ready, never asked yet',
		SILENT_14: 'silent for 14 days',
		HALF_YEAR: 'half a year on'
	},
	talksTitle: 'Spoken to',
	talkLine: (day: string, who: string) => `${day}, by ${who}`
};
