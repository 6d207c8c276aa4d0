import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	waits: 'Waits for a connection',
	settled: 'Your answers',
	yesFor: (place) => `Your yes for ${place}`,
	yes: 'Your yes',
	noFor: (place) => `Not now for ${place}`,
	no: 'Your answer: not now',
	visitOf: (day) => `Visit of ${day}`,
	visit: 'Your visit',
	notSure: 'Not sure yet. You will soon hear whether you were the first.',
	goesByItself: 'Goes by itself, as soon as it can.',
	sent: 'Sent.',
	won: 'Sent. It worked.',
	alreadyThere: 'Already there, all is well.',
	refused: (reason) => `Refused: ${reason}`,
	tooOld: 'This has waited too long. See whether it is still right.',
	ours: (code) => `Something broke on our side. Code ${code}.`,
	change: 'Change',
	mend: 'Put it right',
	see: 'See',
	away: 'Take away',
	minutesAndKilometres: (minutes, kilometres) => `${minutes} minutes, ${kilometres} km`,
	yesWaits: 'Your yes waits for a connection',
	yesWaitsHint:
		'Not sure yet. Your yes goes by itself as soon as there is a connection, also when you close the app. Then you hear whether you were the first.',
	noWaits: 'Your answer waits for a connection',
	noWaitsHint: 'It goes by itself as soon as there is a connection. Nothing to do.',
	maybeHeard: 'Your earlier answer may have arrived already. Then that one counts.',
	toOffers: 'To invitations',
	ratherNot: 'Rather not',
	unkept: 'It cannot be kept on this device. Do not close the app yet.',
	logWaits: 'Waits for a connection. You can still change it.',
	needsLine: 'This needs a connection.',
	gateNeedsLine: 'Whether the gate opens for you shows with a connection.'
};
