import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Letters of the example',
	hint: 'Letters of this example reach nobody. Here you read what would have been sent.',
	empty: 'There is no letter yet. Invite someone, for example, or ask for a code to sign in.',
	to: (name: string, address: string) => (name ? `To ${name} (${address})` : `To ${address}`),
	toSignIn: 'To signing in'
};
