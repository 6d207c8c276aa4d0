import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Letters of the example',
	hint: 'Letters of this example reach nobody. Here you read what would have been sent.',
	empty: 'Nothing was sent yet. Invite someone, and the letter comes here.',
	to: (name: string, address: string) => (name ? `To ${name} (${address})` : `To ${address}`),
	toSignIn: 'To signing in'
};
