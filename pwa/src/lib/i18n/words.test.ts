import { afterEach, expect, test } from 'vitest';
import { counted, either, euros, languageName, number, placeName, shortPlace, words } from './index';
import { language } from './language.svelte';

afterEach(() => {
	language.current = 'nl';
});

test('languages have their names in the language on screen', () => {
	expect(languageName('pap')).toBe('Papiaments');
	language.current = 'en';
	expect(languageName('tr')).toBe('Turkish');
});

test('a language that is no code is shown as it came', () => {
	expect(languageName('iets met spaties')).toBe('iets met spaties');
});

test('money, numbers and lists are written the Dutch way', () => {
	expect(euros(644)).toBe('€\u00A06,44');
	expect(number(1250)).toBe('1.250');
	expect(number(28.5)).toBe('28,5');
	expect(either(['dinsdag', 'donderdag'])).toBe('dinsdag of donderdag');
	expect(counted(3)).toBe('drie');
	expect(counted(12)).toBe('12');
});

test('a place is called as people call it', () => {
	expect(placeName('PI Veenhuizen, locatie Esserheem')).toBe('PI Veenhuizen, Esserheem');
	expect(shortPlace('PI Veenhuizen, locatie Esserheem')).toBe('Esserheem');
	expect(shortPlace('PI Dordrecht')).toBe('PI Dordrecht');
});

test('every word exists in both languages', () => {
	const nl = words();
	language.current = 'en';
	for (const [group, entries] of Object.entries(nl)) {
		expect(Object.keys(words()[group as keyof typeof nl])).toEqual(Object.keys(entries));
	}
});
