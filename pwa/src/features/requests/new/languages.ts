import { languageName } from '#lib/i18n';
import { OFFERED, type Language } from './language-search';

const english = new Intl.DisplayNames('en', { type: 'language' });

/** The languages to choose from, by their name on screen; found by their English name too. */
export function offeredLanguages(): (Language & { also: string })[] {
	return OFFERED.map((code) => ({ code, name: languageName(code), also: english.of(code) ?? code })).filter(
		({ code, name }) => name.toLowerCase() !== code
	);
}
