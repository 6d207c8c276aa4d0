import { expect, test } from 'vitest';
import { found } from './search';

const matches = [
	{ pseudonym: 'Duin 27', volunteer: { displayName: 'Réné Martina' }, facility: { name: 'Esserheem', city: 'Veenhuizen' } },
	{ pseudonym: 'Kade 12', volunteer: { displayName: 'Karin de Boer' }, facility: { name: 'PI Dordrecht', city: 'Dordrecht' } }
];

test('nothing typed shows everyone', () => expect(found(matches, '  ')).toHaveLength(2));
test('words may come from different columns, accents do not matter', () => {
	expect(found(matches, 'rene veenh').map((match) => match.pseudonym)).toEqual(['Duin 27']);
	expect(found(matches, 'karin veenhuizen')).toEqual([]);
});
