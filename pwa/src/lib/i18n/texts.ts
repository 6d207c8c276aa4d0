import { language, type Locale } from './language.svelte';

/** The same keys with a text, or with a function of the same arguments, in another language. */
export type SameKeys<T> = {
	[Key in keyof T]: T[Key] extends (...words: infer Words) => string
		? (...words: Words) => string
		: T[Key] extends string
			? string
			: SameKeys<T[Key]>;
};

/** The texts of one feature in the language on screen: `export const t = texts(nl, en)`, then `t().title`. */
export function texts<T extends object>(nl: T, en: SameKeys<T>): () => SameKeys<T> {
	const both: Record<Locale, SameKeys<T>> = { nl: nl as SameKeys<T>, en };
	return () => both[language.current];
}

/** The same for the few texts of the first screen, whose English is in english.ts under `name`. */
export function firstTexts<T extends object>(nl: T, name: keyof NonNullable<typeof language.english>): () => SameKeys<T> {
	return () => (language.current === 'en' ? (language.english?.[name] ?? nl) : nl) as SameKeys<T>;
}
