import { call } from '#lib/api';
import { language, type Locale } from '#lib/i18n';
import { SetLocaleDocument } from '#lib/gql';

/** Shows the other language at once and remembers it with the person, for what the server writes. */
export async function switchLanguage(to: Locale = language.current === 'nl' ? 'en' : 'nl'): Promise<boolean> {
	await language.use(to);
	try {
		const { setLocale } = await call(SetLocaleDocument, { input: { locale: to } }, crypto.randomUUID());
		return setLocale.__typename === 'SetLocaleSuccess';
	} catch {
		return false;
	}
}
