import { language, type Locale } from './language.svelte';
import { capital } from './dates';

/** Names that browsers leave out to stay small, or spell otherwise than the people who speak the language. */
const IN_DUTCH: Record<string, string> = {
	pap: 'Papiaments', ary: 'Marokkaans Arabisch', srn: 'Sranantongo', zgh: 'Tamazight (Berbers)', rom: 'Romani', prs: 'Dari', ckb: 'Sorani (Koerdisch)', tw: 'Twi'
};
const names = new Map<Locale, Intl.DisplayNames>();

/** The name of a language by its code: pap is "Papiaments". Unknown codes are shown as they are. */
export function languageName(code: string, locale: Locale = language.current): string {
	const own = (locale === 'nl' ? IN_DUTCH : language.english?.languagesInEnglish)?.[code];
	if (own) return own;
	let display = names.get(locale);
	if (!display) {
		display = new Intl.DisplayNames(locale === 'nl' ? 'nl-NL' : 'en-GB', { type: 'language' });
		names.set(locale, display);
	}
	try {
		return capital(display.of(code) ?? code);
	} catch {
		return code;
	}
}
