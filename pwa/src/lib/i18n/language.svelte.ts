export type Locale = 'nl' | 'en';

const KEPT_AS = 'vrijplaats.language';

export function asLocale(value: string | null | undefined): Locale {
	return value === 'en' ? 'en' : 'nl';
}

/** The language on screen. Dutch until the person, or what they chose before, says otherwise. */
class Language {
	current = $state<Locale>('nl');

	/** Before sign-in: what was chosen on this device. */
	start(): void {
		this.use(asLocale(localStorage.getItem(KEPT_AS)));
	}

	use(locale: Locale): void {
		this.current = locale;
		localStorage.setItem(KEPT_AS, locale);
		document.documentElement.lang = locale;
	}
}

export const language = new Language();
