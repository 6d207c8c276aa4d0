import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Settings',
	intro: 'For the whole organisation. What you choose here applies to your colleagues too.',
	changed: (when, who) => (who ? `Changed ${when}, by ${who}` : `Changed ${when}`),
	never: 'Never changed yet',
	putBack: 'Put back',
	putBackOf: (what, how) => `Put back: ${what}, ${how}`,
	was: (how) => `Before: ${how}`,
	back: 'Put back.',
	saved: 'Saved',
	save: 'Save',
	cancel: 'Cancel',
	rate: {
		title: 'Kilometre rate',
		what: 'What a kilometre is worth in the log of a visit, from the day you choose.',
		now: (amount) => `Now ${amount} per kilometre`,
		usual: 'That is the rate for everybody as long as you choose nothing.',
		from: (amount, day) => `${amount} from ${day}`,
		change: 'Change the rate',
		amount: 'Euros per kilometre',
		amountHelp: 'From 0.00 to 2.00. For example 0.23.',
		amountWrong: 'Fill in an amount, such as 0.23.',
		day: 'From',
		dayHelp: 'Visits before that day keep the rate of that time.',
		history: 'Earlier rates',
		remove: 'Remove',
		removeOf: (rate) => `Remove: ${rate}`,
		removed: 'Removed. The rate before it continues.'
	},
	rhythm: {
		title: 'Fixed appointment',
		what: 'What a volunteer begins with for a new fixed appointment. They can choose otherwise; what is running stays as it is.',
		weeks: (weeks) => `Every ${weeks} weeks`
	},
	rounds: {
		title: 'Asking in rounds',
		what: 'What you begin with when you ask in rounds. Rounds that are running stay as they are.',
		size: 'People in a round',
		people: (size) => (size === 1 ? '1 person' : `${size} people`),
		hours: 'Next round after',
		after: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
		how: (size, hours) => `${size === 1 ? '1 person' : `${size} people`} in a round, the next after ${hours === 1 ? '1 hour' : `${hours} hours`}`
	},
	night: {
		title: 'Quiet hours',
		what: 'Between these hours no round goes by itself. When their phone makes a sound is for everybody to choose, under Me.',
		from: 'From',
		until: 'Until',
		hour: (hour) => `${hour}:00`,
		how: (from, until) => `from ${from}:00 until ${until}:00`,
		running: (requests) => (requests === 1 ? 'Rounds are running for 1 request now. They follow the new hours at once.' : `Rounds are running for ${number(requests)} requests now. They follow the new hours at once.`),
		confirm: 'Change the quiet hours?',
		change: (how) => `Then ${how}.`
	},
	weights: {
		title: 'What counts when matching',
		what: 'How heavily language, distance, days and the rest count in the order of suggestions. Under Assign you see what a choice changes.',
		open: 'Choose under Assign',
		how: 'as it was before'
	},
	papers: {
		title: 'Which papers are needed',
		what: 'Which paper is needed for which work, and how long a paper is valid: everywhere, or at one prison.',
		open: 'See the papers'
	},
	colleagues: {
		title: 'Colleagues and roles',
		what: 'Who is a coordinator here. Under People you invite somebody, give a role or end it.',
		count: (count) => (count === 1 ? '1 coordinator' : `${count} coordinators`),
		you: 'you',
		more: (count) => `and ${count} more`,
		open: 'To People'
	}
};
