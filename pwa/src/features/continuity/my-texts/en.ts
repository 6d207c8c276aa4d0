import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	toFacility: (place: string, day: string) => `Goes to ${place} on ${day}`,
	atFacility: (place: string) => `Is in ${place} now`,
	freeOn: (day: string) => `Is released on ${day}`,
	free: 'Is free',
	lives: (place: string) => `and is going to live in ${place}`,
	wait: 'Your coordinator is looking at how to go on. Until then you plan no new visit.',
	ask: 'What would you like?',
	wishes: { CONTINUE: 'Go on', STOP: 'Stop' },
	said: { CONTINUE: 'You said: I would like to go on. Your coordinator knows.', STOP: 'You said: I would rather stop. Your coordinator knows.' },
	kept: (place: string) => `You visit in ${place} now`,
	keptHint: { GRANTED: 'You are admitted there. Choose a time.', REQUESTED: 'Admission there was asked for. You hear when it is given.' },
	keptNone: 'Your coordinator arranges admission there.',
	early: {
		KEEP: (day: string, place: string) => `You go on visiting. From ${day} on you plan visits in ${place}, once you are admitted there.`,
		HAND_OVER: () => 'Then somebody near takes over. Your coordinator looks for somebody. Thank you for your visits.',
		HAND_BACK: (day: string) => `Your organisation does not work there. From ${day} another organisation can visit there. Your match ends then. Thank you for your visits.`,
		TAPER: (day: string) => `From ${day} on you meet outside. Then you choose here when.`
	},
	handed: 'Somebody nearby takes over',
	handedHint: 'Your coordinator is looking for somebody. Thank you for your visits.',
	askedNear: 'Your coordinator asks somebody who lives nearer. Until they say yes, you go on meeting outside.',
	goTogether: (name: string, when: string | null) => `${when ? `${when}. Then you go` : 'Choose a time and go'} once together with ${name}, to introduce them. Then your match ends. Thank you.`,
	handedTo: (name: string) => `${name} takes over`,
	meet: (name: string) => `Go once more, together with ${name}. Your coordinator helps to arrange it.`,
	meetLater: 'Then you go once together.',
	previous: (name: string) => `${name} visited before you`,
	previousHint: 'Go once together, to be introduced. Your coordinator helps to arrange it.',
	met: 'We have been together',
	metDone: 'You have been together. Good.',
	outside: (day: string) => `You meet outside, until ${day}`,
	outsideHint: 'Arrange yourselves where, and choose here when. No prison sees it. That day is half a year after release, and then the match ends by itself. You hear four weeks before.'
};
