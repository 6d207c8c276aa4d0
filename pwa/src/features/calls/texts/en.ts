import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	callMe: 'Call me',
	again: 'Call me: no connection, try again',
	hint: 'Your coordinator calls you. You need not say here what it is about.',
	today: 'Call me today',
	thisWeek: 'Call me this week',
	asked: { TODAY: 'You asked for a call, today.', THIS_WEEK: 'You asked for a call, this week.' },
	told: 'Your coordinator has been told.',
	taken: (name: string) => `${name} has seen it and will call you.`,
	sooner: 'Rather today',
	withdraw: 'No need to call any more',
	noPhone: 'Your number is not there yet.',
	fillInPhone: 'Fill in your number',
	close: 'Close',
	waiting: 'Who is asking you to call',
	ask: {
		TODAY: (name: string) => `${name} asks you to call, today`,
		THIS_WEEK: (name: string) => `${name} asks you to call, this week`
	},
	noNumber: 'No number given',
	take: 'I will call',
	takenByMe: 'You will call',
	takenBy: (name: string) => `${name} will call`,
	called: 'Called',
	calledWith: (name: string) => `Called ${name}`,
	undo: 'Undo'
};
