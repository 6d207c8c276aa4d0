import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Invitations',
	tab: 'Invitations',
	waiting: (count, one) => (one ? 'One request waits for your answer.' : `${count} requests wait for your answer.`),
	asks: (place) => `Someone in ${place} asks for a visit`,
	visitIn: (place) => `Visit in ${place}`,
	activityIn: (activity, place) => `${activity} in ${place}`,
	look: 'See the request',
	answerBefore: (when, left) => `Answer ${when}, ${left}`,
	until: (when) => `Until ${when}`,
	kilometres: (km) => `${km}\u00A0km`,
	empty: 'Nobody is waiting for your answer',
	emptyHint: 'As soon as someone asks for a visit and it fits you, you will hear.',
	toVisits: 'See your visits',
	settled: (place) => `The request from ${place} is settled`,
	settledHint: 'Nothing to do. Thank you.',
	timeUp: (place) => `Time is up for ${place}`,
	timeUpHint: 'Nothing to do.'
};
