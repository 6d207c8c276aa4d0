import { language, languageName } from '#lib/i18n';
import { languagesInEnglish } from '#lib/i18n/languages-en.ts';
import { OFFERED, type Language } from './language-search';

/** The languages to choose from, by their name on screen; found by their name in the other language too. */
export function offeredLanguages(): (Language & { also: string })[] {
	const other = language.current === 'nl' ? 'en' : 'nl';
	return OFFERED.map((code) => ({ code, name: languageName(code), also: (other === 'en' && languagesInEnglish[code]) || languageName(code, other) }));
}
