import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	ask: 'Would you go on meeting somebody who was released?',
	askNear: (place: string) => `Would you go on meeting somebody in ${place}?`,
	what: (first: string) => `${first} visited and lives further away. You go together once. Then you go on by yourself, until half a year after the release.`,
	how: 'Outside, somewhere you both like. You may always say no. You read nothing of what was before.',
	yes: 'Yes, I will',
	no: 'Not now',
	saidYes: 'Good. First you go together once.',
	saidNo: 'That is fine. Your coordinator asks somebody else.',
	gone: 'This is not needed any more: it goes another way. Thank you.',
	together: (first: string) => `You go together with ${first} once`,
	next: (when: string) => `${when}.`,
	noNext: (first: string) => `${first} arranges a time. Your coordinator helps if that does not work out.`,
	then: 'Then the match is yours, with the first name.',
	met: 'We have been together'
};
