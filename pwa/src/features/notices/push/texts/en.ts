import type { SameKeys } from '#lib/i18n/texts.ts';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Notifications on this device',
	hint: {
		VOLUNTEER: 'You hear at once when someone asks for a visit. There is never a name in it.',
		COORDINATOR: 'You hear at once when there is news. There is never a name in it.'
	},
	turnOn: 'Turn notifications on',
	turnOff: 'Turn notifications off',
	isOn: 'Notifications are on.',
	isOff: 'Notifications are off.',
	hasStopped: 'No more notifications arrive here. Turn them on again.',
	turnOnAgain: 'Turn notifications on again',
	turnedOn: 'Notifications are on',
	turnedOff: 'Notifications are off',
	elsewhere: (count: number) => (count === 1 ? 'You also get them on one other device.' : `You also get them on ${count} other devices.`),
	notAllowed: 'You did not allow it. Nothing has changed.',
	noAnswer: 'Your browser did not answer. Try again later.',
	blocked: 'Your browser holds back notifications of Vrijplaats.',
	blockedHint: 'Tap the sign next to the address, choose Notifications and then Allow. Is Vrijplaats on your home screen? Then you find it in the settings of your phone. Come back here afterwards.',
	install: 'On an iPhone or iPad it works once Vrijplaats is on your home screen.',
	installHint: 'In Safari tap Share and choose Add to Home Screen. Then open Vrijplaats from your home screen.',
	unsupported: 'This browser cannot show notifications.',
	inTheApp: 'You see everything here in the app.',
	instead: 'You get letters by e-mail, and you see everything here in the app.',
	quiet: 'When',
	always: 'Always',
	notAtNight: 'Not in the quiet hours',
	quietFrom: 'Quiet from',
	quietUntil: 'Quiet until',
	quietSame: 'Choose two different hours.',
	hour: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
	about: 'About what',
	byMail: 'By e-mail',
	letters: 'Letters by e-mail when I open nothing',
	letterTo: {
		VOLUNTEER: (address: string) => `To ${address}, when you have not looked for six hours. Notifications on nowhere? Then the letter comes at once when someone asks for a visit.`,
		COORDINATOR: (address: string) => `To ${address}, when you have not looked for six hours. What can wait comes in one letter a day.`
	},
	noLetterTo: 'You have no confirmed e-mail address yet. So you get no letters. You confirm it below, at Name, phone and e-mail.',
	kinds: {
		INVITATIONS: 'Someone asks for a visit',
		VISITS: 'News about a visit',
		REMINDERS: 'A visit still to be logged',
		REQUESTS: 'New requests',
		ANSWERS: 'Answers of volunteers',
		CALLS: 'Requests to call',
		MESSAGES: 'Messages of coordinators'
	}
};
