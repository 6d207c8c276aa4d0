import { language } from '#lib/i18n';
import { followNotifications } from '#features/notices/push/follow.ts';
import { theme } from '#lib/theme/theme.svelte.ts';

/** Before the first screen: the language and the light this device was left in, and an ear for its notifications. */
export async function init(): Promise<void> {
	theme.start();
	followNotifications();
	await language.start();
}
