import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Standing in',
	hint: 'Are you away for a while? A colleague stands in for you.',
	arrange: 'Arrange who stands in',
	who: (deputy, away) => `${deputy} stands in for ${away}`,
	whoMe: (deputy) => `${deputy} stands in for you`,
	meFor: (away) => `You stand in for ${away}`,
	period: (first, last) => `From ${first} until ${last}`,
	until: (last) => `Until ${last}`,
	end: 'End',
	endOf: (away) => `End standing in for ${away}`,
	endTitle: (away) => `Is ${away} back?`,
	endTitleMe: 'Are you back?',
	endHint: 'Standing in ends now. Everybody does their own work again.',
	endNow: 'Yes, end it',
	ended: 'Standing in has ended',
	dialog: 'Who stands in?',
	away: 'Who is away',
	me: 'Me',
	deputy: 'Who stands in',
	choose: 'Choose a colleague',
	chooseFirst: 'Choose who stands in.',
	first: 'First day',
	last: 'Last day',
	dayMissing: 'Choose a day.',
	what: 'What is yours is with your colleague too in that time. Volunteers see whom to call, all coordinators see who stands in. Whoever is away gets no notifications and no letters.',
	save: 'Save',
	saved: (deputy) => `${deputy} stands in and has been told`,
	cancel: 'Cancel',
	alone: 'You are the only coordinator. First invite a colleague.'
};
