import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'My papers',
	me: 'Me',
	question: 'Ready for the gate today?',
	yes: 'Yes, you are ready',
	no: 'No, do not go yet',
	noneToday: 'You have no visit today.',
	where: 'Where you may enter',
	reasonBelow: 'Why is with your papers, below.',
	todayAt: (time, place) => `${time} in ${place}`,
	yesAt: (place) => `Yes, for ${place}`,
	noAt: (place) => `No, not yet for ${place}`,
	stay: 'Stay at home. Then you do not travel for nothing.',
	report: (day, time, place, early) => `${day} at ${time} in ${place}. Be at the gate at ${early}.`,
	unconfirmed: 'Visit not confirmed yet',
	unconfirmedHint: 'The prison has not answered yet.',
	confirmed: 'Visit confirmed',
	bring: 'Bring your pass and an identity document. Your phone goes into a locker.',
	notYou: (name) => `It is not your doing. ${name} will help.`,
	coordinator: 'Your coordinator',
	call: (name) => `Call ${name}, your coordinator`,
	noPhone: (name) => `${name} will help. There is no number yet.`,
	insteadOf: (name: string, away: string, last: string) => `${name} stands in for ${away}, until ${last}.`,
	route: 'Route to the gate',
	all: 'All your papers',
	empty: 'There are no papers of yours yet',
	emptyHint: 'Your coordinator adds them.',
	noGate: 'You have no admission to a prison yet.',
	states: { VALID: 'Valid', EXPIRES_SOON: 'Expires soon', EXPIRED: 'Expired', REQUESTED: 'Asked for', MISSING: 'Not yet' }
};
