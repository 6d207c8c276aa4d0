export type Locale = 'nl' | 'en';

const KEPT_AS = 'vrijplaats.language';

export function asLocale(value: string | null | undefined): Locale {
	return value === 'en' ? 'en' : 'nl';
}

/** The language on screen. Dutch until the person, or what they chose before, says otherwise. */
class Language {
	current = $state<Locale>('nl');
	/** The English of the first screen, once it is here. */
	english: typeof import('./english') | null = null;

	/** Before sign-in: what was chosen on this device. */
	start(): Promise<void> {
		return this.use(asLocale(localStorage.getItem(KEPT_AS)));
	}

	/** Turns to a language as soon as its words are here. Without a line for them, the screen stays as it is. */
	async use(locale: Locale): Promise<void> {
		localStorage.setItem(KEPT_AS, locale);
		if (locale === 'en' && !(await this.loadEnglish())) return;
		this.current = locale;
		document.documentElement.lang = locale;
	}

	async loadEnglish(): Promise<boolean> {
		this.english ??= await import('./english').catch(() => null);
		return this.english !== null;
	}
}

export const language = new Language();
