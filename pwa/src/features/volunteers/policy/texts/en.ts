import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Which papers are needed',
	link: 'Which papers are needed',
	intro: 'This applies to all volunteers of your organisation. The gate and the suggestions follow at once.',
	back: 'Volunteers',
	paper: 'Paper',
	add: 'New paper',
	change: 'Change',
	changeOf: (name) => `Change ${name}`,
	name: 'Name in Dutch',
	nameHint: 'As it reads in the middle of a sentence, so usually without a capital.',
	nameEn: 'Name in English',
	optional: 'optional',
	kindOf: 'Does it expire, or do you see it once?',
	renewed: 'Ends',
	once: 'Once',
	onceHint: 'Whoever has this paper never shows it again.',
	ends: (count: number) => (count === 0 ? '' : `For ${count === 1 ? '1 paper' : `${count} papers`} the end date no longer counts. If you choose Ends again later, it comes back.`),
	terms: (count: number) => (count === 0 ? '' : `${count === 1 ? 'The shorter term of 1 prison lapses' : `The shorter terms of ${count} prisons lapse`}; you would have to set it again.`),
	endsAgain: 'Papers that had an end date before get it back.',
	months: 'Valid for at most this many months',
	monthsHint: 'Empty: for as long as the paper says. What has been recorded keeps its end date.',
	profile: 'It has a screening profile',
	save: 'Save',
	cancel: 'Cancel',
	facts: (once, months) => (once ? 'Seen once, does not expire' : months ? `Valid for at most ${months} months` : 'Valid for as long as it says'),
	withProfile: 'with a screening profile',
	everywhere: 'Needed for',
	everywhereHint: 'At every prison.',
	needed: (kinds) => `Needed for: ${kinds}`,
	neededNowhere: 'Not needed anywhere',
	choose: 'Choose what for',
	chooseOf: (name) => `Choose what ${name} is needed for`,
	done: 'Done',
	atPlaces: 'Different at a prison',
	atPlacesHint: 'Does a prison ask for more, or is a paper valid for a shorter time there? Record it here.',
	atPlacesNone: 'The same rules apply everywhere.',
	alsoNeeds: (place, name, kind) => `${place}: also ${name} for ${kind}`,
	shorter: (place, name, months) => `${place}: ${name} is valid for at most ${months} months`,
	remove: 'Remove',
	removeOf: (what) => `Remove: ${what}`,
	addAt: 'Add',
	addAtTitle: 'Different at a prison',
	facility: 'Prison',
	chooseFacility: 'Choose a prison',
	choosePaper: 'Choose a paper',
	what: 'What is different there',
	more: 'Also needed',
	less: 'Valid for less',
	work: 'For which work',
	sure: (name, kind, place) => `Will ${name} be needed for ${kind}${place ? ` in ${place}` : ''}?`,
	touchedVolunteers: (count) =>
		count === 0
			? 'Every volunteer who is ready or active and does this has this paper.'
			: count === 1
				? '1 volunteer who is ready or active does not have this paper now. They get no new requests until they do.'
				: `${number(count)} volunteers who are ready or active do not have this paper now. They get no new requests until they do.`,
	touchedVisits: (count) =>
		count === 0 ? 'No planned visit is in danger.' : count === 1 ? 'At 1 planned visit the gate would stay closed.' : `At ${number(count)} planned visits the gate would stay closed.`,
	sureShorter: (name, place, months) => `Will ${name} count for ${months === 1 ? '1 month' : `${months} months`} at most in ${place}?`,
	shortenedVolunteers: (count) =>
		count === 0
			? 'Of every volunteer who does this, the paper still counts then.'
			: count === 1
				? 'Of 1 volunteer who is ready or active this paper does not count there any more then. They get no new requests there until there is a new one.'
				: `Of ${number(count)} volunteers who are ready or active this paper does not count there any more then. They get no new requests there until there is a new one.`,
	shortenIt: 'Yes, it counts for less',
	touchedHint: 'It applies at once. You can switch it off here again.',
	needIt: 'Yes, this is needed',
	needItNot: 'No, leave it'
};
