import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Which papers are needed',
	link: 'Which papers are needed',
	intro: 'This holds for all volunteers of your organisation. The gate and the suggestions follow at once.',
	back: 'Volunteers',
	paper: 'Paper',
	add: 'New paper',
	change: 'Change',
	changeOf: (name) => `Change ${name}`,
	name: 'Name in Dutch',
	nameHint: 'As it stands in the middle of a sentence, so mostly without a capital.',
	nameEn: 'Name in English',
	optional: 'optional',
	kindOf: 'How often',
	renewed: 'Ends',
	once: 'Once',
	onceHint: 'Whoever has this paper never shows it again.',
	ends: (count: number) => (count === 0 ? '' : `Of ${count === 1 ? '1 paper' : `${count} papers`} the end no longer counts. Choose Expires again later and it is back.`),
	terms: (count: number) => (count === 0 ? '' : `${count === 1 ? 'The shorter term of 1 facility goes' : `The shorter terms of ${count} facilities go`}, these you set anew.`),
	endsAgain: 'Papers that had an end before get it back.',
	months: 'Counts for so many months at most',
	monthsHint: 'Empty: for as long as the paper says. What has been recorded keeps its end.',
	profile: 'A screening profile belongs to it',
	save: 'Save',
	cancel: 'Cancel',
	facts: (once, months) => (once ? 'Seen once, does not end' : months ? `Counts for ${months} months at most` : 'Counts for as long as it says'),
	withProfile: 'with a screening profile',
	everywhere: 'Needed for',
	everywhereHint: 'At every facility.',
	needed: (kinds) => `Needed for: ${kinds}`,
	neededNowhere: 'Needed nowhere',
	choose: 'Choose for what',
	chooseOf: (name) => `Choose what ${name} is needed for`,
	done: 'Done',
	atPlaces: 'Different at a facility',
	atPlacesHint: 'Does a facility ask for more, or does a paper count for less there? Record it here.',
	atPlacesNone: 'The same holds everywhere.',
	alsoNeeds: (place, name, kind) => `${place}: ${name} too for ${kind}`,
	shorter: (place, name, months) => `${place}: ${name} counts for ${months} months at most`,
	remove: 'Remove',
	removeOf: (what) => `Remove: ${what}`,
	addAt: 'Add',
	addAtTitle: 'Different at a facility',
	facility: 'Facility',
	chooseFacility: 'Choose a facility',
	choosePaper: 'Choose a paper',
	what: 'What is different there',
	more: 'Needed too',
	less: 'Counts for less',
	work: 'For which work',
	sure: (name, kind, place) => `Will ${name} be needed for ${kind}${place ? ` in ${place}` : ''}?`,
	touchedVolunteers: (count) =>
		count === 0
			? 'Every volunteer who is ready or active and does this has this paper.'
			: count === 1
				? '1 volunteer who is ready or active does not have this paper now. They are asked nothing new until it is there.'
				: `${count} volunteers who are ready or active do not have this paper now. They are asked nothing new until it is there.`,
	touchedVisits: (count) =>
		count === 0 ? 'No planned visit is in danger.' : count === 1 ? 'At 1 planned visit the gate would stay closed.' : `At ${count} planned visits the gate would stay closed.`,
	sureShorter: (name, place, months) => `Will ${name} count for ${months === 1 ? '1 month' : `${months} months`} at most in ${place}?`,
	shortenedVolunteers: (count) =>
		count === 0
			? 'Of every volunteer who does this, the paper still counts then.'
			: count === 1
				? 'Of 1 volunteer who is ready or active this paper does not count there any more then. They are asked nothing new there until there is a new one.'
				: `Of ${count} volunteers who are ready or active this paper does not count there any more then. They are asked nothing new there until there is a new one.`,
	shortenIt: 'Yes, it counts for less',
	touchedHint: 'It holds at once. You can switch it off here again.',
	needIt: 'Yes, this is needed',
	needItNot: 'No, leave it'
};
