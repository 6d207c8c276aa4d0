import { number, type SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	shownOf: (shown, total) => `${number(shown)} of ${number(total)}`,
	others: (count: number) => (count === 1 ? 'Show 1 more' : `Show ${number(count)} more`),
	fewer: 'Show fewer',
	loadMore: 'Load more',
	unconfirmedTitle: 'Show your passkey',
	unconfirmed: 'For this you show with your passkey that it is you. That did not work now. Try again.',
	noPasskeyTitle: 'First make a passkey',
	noPasskey: 'For this a code by e-mail is not enough. First make a passkey, under Me.',
	toMe: 'To Me',
	longAgo: 'Sign in again first. After that you have ten minutes for this.',
	signInAgain: 'Sign in again',
	sessionOver: 'You are no longer signed in. What you wrote is still here. Sign in in a new tab, come back here and send it again.',
	signInBeside: 'Sign in, in a new tab',
	tooOften: 'That was a few times too often. Try again in an hour.',
	notSent: 'Not sent yet. There is no connection, try again in a moment.',
	notSentSlow: 'Not certain yet. The connection is slow, try again.',
	brokenShort: (code) => `Something broke on our side. Your answer is kept. Code ${code}.`,
	tooLong: (count) => (count === 1 ? '1 character too many. Make it shorter.' : `${number(count)} characters too many. Make it shorter.`),
	less: (step) => `${step} less`,
	more: (step) => `${step} more`
};
