import { language } from './language.svelte';

function tag(): string {
	return language.current === 'nl' ? 'nl-NL' : 'en-GB';
}

/** "1.250", "1,250". */
export function number(value: number, decimals = 0): string {
	return new Intl.NumberFormat(tag(), { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 1) }).format(value);
}

/** Cents as "€ 6,44". */
export function euros(cents: number): string {
	return new Intl.NumberFormat(tag(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** "Papiaments of Nederlands", "dinsdag, woensdag of donderdag". */
export function either(words: readonly string[]): string {
	return new Intl.ListFormat(tag(), { type: 'disjunction' }).format(words);
}

/** "Papiaments en Nederlands". */
export function both(words: readonly string[]): string {
	return new Intl.ListFormat(tag(), { type: 'conjunction' }).format(words);
}

const NUMBERS = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];

/** Numbers up to ten in words, as one writes them. */
export function counted(value: number): string {
	const words = language.current === 'nl' ? NUMBERS : language.english?.numbersInEnglish;
	return words?.[value] ?? number(value);
}
