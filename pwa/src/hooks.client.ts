import { language } from '#lib/i18n';
import { theme } from '#lib/theme/theme.svelte.ts';

/** Before the first screen: the language and the light this device was left in. */
export async function init(): Promise<void> {
	theme.start();
	await language.start();
}
