import { language } from '#lib/i18n';
import { followNotifications } from '#features/notices/push/follow.ts';
import { theme } from '#lib/theme/theme.svelte.ts';

/** Before the first screen: the language and the light this device was left in, and an ear for its notifications. */
export function init(): void {
	language.start();
	theme.start();
	followNotifications();
}
