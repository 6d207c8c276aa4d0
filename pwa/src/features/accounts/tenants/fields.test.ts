import { expect, test } from 'vitest';
import { codeOf, degrees } from './fields';

test('a code is suggested from the name', () => {
	expect(codeOf('PI Veenhuizen, locatie Esserheem')).toBe('pi-veenhuizen-esserheem');
	expect(codeOf(' ’s-Hertogenbosch (Vught) Noöra ')).toBe('s-hertogenbosch-vught-noora');
	expect(codeOf('x'.repeat(80))).toHaveLength(60);
});

test('degrees are read with a comma as well as a point', () => {
	expect(degrees('53,0421')).toBe(53.0421);
	expect(degrees(' 6.3912 ')).toBe(6.3912);
	for (const wrong of ['', '53,04,21', 'noord', '1e3', 'Infinity']) expect(degrees(wrong)).toBeNull();
});
