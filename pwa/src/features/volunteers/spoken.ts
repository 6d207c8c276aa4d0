import { languageName } from '#lib/i18n';
import { t } from './texts';

interface Speaker {
	languages: readonly string[];
	littleLanguages: readonly string[];
}

/** What somebody speaks, and of what only a little: "Nederlands, Papiaments (een beetje)". */
export function spoken({ languages, littleLanguages }: Speaker): string {
	return languages.map((code) => (littleLanguages.includes(code) ? t().little(languageName(code)) : languageName(code))).join(', ');
}
