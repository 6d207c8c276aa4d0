import { language } from './language.svelte';
import { capital } from './dates';

const names = new Map<string, Intl.DisplayNames>();

/** The name of a language by its code: pap is "Papiaments". Unknown codes are shown as they are. */
export function languageName(code: string): string {
	const tag = language.current;
	let display = names.get(tag);
	if (!display) {
		display = new Intl.DisplayNames(tag === 'nl' ? 'nl-NL' : 'en-GB', { type: 'language' });
		names.set(tag, display);
	}
	try {
		return capital(display.of(code) ?? code);
	} catch {
		return code;
	}
}
