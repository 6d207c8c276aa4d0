import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: (count: number) => (count === 1 ? '1 match to look at' : `${count} matches to look at`),
	hint: 'Something has changed. Choose how the visits go on.',
	visits: (volunteer: string, pseudonym: string) => `${volunteer} visits ${pseudonym}`,
	toFacility: (name: string, day: string) => `Goes to ${name} on ${day}.`,
	atFacility: (name: string, day: string) => `In ${name} since ${day}.`,
	freeOn: (day: string, place: string | null) => (place ? `Is released on ${day} and is going to live in ${place}.` : `Is released on ${day}.`),
	freeSince: (day: string, place: string | null) => (place ? `Free since ${day}, lives in ${place}.` : `Free since ${day}.`),
	stopped: 'The volunteer stops. End the match; ask the prison for a new request if the person wants visits still.',
	far: (volunteer: string, place: string | null, kilometres: number) => `${volunteer} lives ${place ? `in ${place}, ` : ''}${kilometres} km from there.`,
	admission: { GRANTED: 'Already admitted there.', REQUESTED: 'Admission there was asked for.' },
	noAdmission: 'Not admitted there yet.',
	wishes: { CONTINUE: 'Would like to go on.', STOP: 'Would rather stop.' },
	wishUnsaid: 'Has not said whether they can go on.',
	notActive: 'You are not active there. End the match, or talk it over first.',
	from: (day: string) => `From ${day} on. Until then you can choose otherwise.`,
	early: { KEEP: 'The same volunteer goes along', HAND_OVER: 'Somebody near takes over', TAPER: 'On outside' },
	handedOver: 'Handed over. Somebody nearby is being looked for.',
	together: 'Then they go once together.',
	askedWho: (name: string) => `Asked: ${name}`,
	saidYes: (name: string) => `${name} said yes. They go once together.`,
	saidNo: (name: string) => `${name} cannot.`,
	askAnother: 'Ask somebody else',
	whoNear: 'Whom do you ask?',
	near: (name: string, place: string | null, kilometres: number | null) => [name, place, kilometres === null ? null : `${kilometres} km`].filter(Boolean).join(', '),
	nobodyNear: 'Nobody has room now.',
	looking: 'Looking who lives near.',
	unread: 'The list did not come through. Close this window and try again.',
	chooseWho: 'First choose whom you ask.',
	askThem: 'Ask',
	asked: 'Asked. You hear when there is an answer.',
	thenNear: 'Whom you ask is told. After a yes the two go once together. Then this match ends and theirs begins; they see nothing of what the one before wrote.',
	toRequest: 'Invite somebody',
	choose: 'Choose',
	chooseAnew: 'Choose otherwise',
	chooseFor: (volunteer: string, pseudonym: string) => `${volunteer} and ${pseudonym}`,
	how: 'How does it go on?',
	choices: {
		KEEP: 'The same volunteer visits there',
		HAND_OVER: 'Somebody nearby takes over',
		TAPER: 'On outside, until half a year after release'
	},
	end: 'End',
	then: {
		KEEP: 'The match goes on. Visits can be as soon as there is admission there.',
		KEEP_ASKS: 'The match goes on. We note admission there as asked for at once. Visits can be as soon as it is given.',
		HAND_OVER: 'The request is back under Requests, with the waiting time it had. When somebody says yes this match ends. The new volunteer sees nothing of what the old one wrote down.',
		TAPER: (day: string) => `They meet outside. On ${day} the match ends by itself. Four weeks before, you all hear of it.`
	},
	onTheDay: (day: string) => `This begins on ${day}. Until then you can choose otherwise.`,
	meetOnce: 'Meet together: the old and the new volunteer go once together',
	save: 'This is what we do',
	back: 'Back',
	chooseFirst: 'First choose how it goes on.',
	done: {
		KEEP: 'Saved. The volunteer hears of it.',
		HAND_OVER: 'Saved. The request is under Requests.',
		TAPER: 'Saved. The volunteer hears of it.'
	}
};
