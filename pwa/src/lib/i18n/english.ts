/**
 * The English of the first screen: loaded by who reads English, so that who reads Dutch does not.
 * Texts of later screens lie with their screens in both languages.
 */
export { en as offers } from '#features/matching/offers/texts/en.ts';
export { en as shell } from '#lib/shell/texts/en.ts';
export { en as shared } from '#lib/ui/texts/en.ts';
export { en as activities } from './activities/en';
export { languagesInEnglish } from './languages-en';

/** Numbers up to ten in words. */
export const numbersInEnglish = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
