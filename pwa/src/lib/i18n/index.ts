export { activities } from './activities';
export * from './dates';
export * from './numbers';
export * from './places';
export * from './relative';
export { asLocale, language, type Locale } from './language.svelte';
export { languageName } from './languages';
export { firstTexts, texts, type SameKeys } from './texts';
export { words } from './words';
