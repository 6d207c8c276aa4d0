import { language } from '../src/lib/i18n/language.svelte.ts';

// Tests turn to English by setting `language.current`: its words are there, as they are for who chose it.
await language.loadEnglish();
