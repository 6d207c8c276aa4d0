import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	leaves: 'Is leaving',
	leavesOn: (day: string) => `Leaves on ${day}`,
	title: (pseudonym) => `${pseudonym} is leaving`,
	hint: 'We do not ask why somebody leaves.',
	kind: 'Where to?',
	kinds: { TRANSFER: 'Another prison', RELEASE: 'Free' },
	day: 'From which day?',
	to: 'Which prison?',
	choose: 'Choose a prison',
	town: 'Town where they are going to live',
	townHint: 'Only if they want it known. Never an address.',
	then: {
		TRANSFER: 'Requests and matches go along. From that day the new prison sees the name, and you no longer do. Visits from that day on are off. The volunteer and the organisation hear of it.',
		RELEASE: 'From that day you no longer see the name. Visits from that day on are off. Open requests stop. The volunteer and the organisation hear of it.'
	},
	report: 'Report it',
	keep: 'Back',
	chooseKind: 'First choose where to.',
	chooseTo: 'First choose which prison.',
	reported: (pseudonym) => `Reported. ${pseudonym} is leaving.`,
	undo: 'Not after all',
	undone: 'Taken back. Everything runs again, but visits that were called off do not come back by themselves.',
	list: 'Reported departures',
	listHint: 'Is it wrong? Take it back, while nobody has acted on it.',
	toFacility: (name) => `To ${name}`,
	free: 'Free',
	freeIn: (place) => `Free, going to live in ${place}`,
	from: (day) => `from ${day}`,
	since: (day) => `since ${day}`
};
