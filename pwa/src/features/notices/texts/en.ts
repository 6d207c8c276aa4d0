import type { SameKeys } from '#lib/i18n';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	title: 'Messages',
	empty: 'No messages. When there is news, it is here.',
	unread: 'new',
	from: (sender) => (sender ? `Message from ${sender}` : 'Message from your coordinator'),
	showAll: (count) => `Show all ${count}`,
	when: (day, time) => `${day}, ${time}`
};
