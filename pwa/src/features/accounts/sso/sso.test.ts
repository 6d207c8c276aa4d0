import { describe, expect, test } from 'vitest';
import { domainOf, named, outcomeOf, startPath } from './sso';

describe('choosing where to sign in', () => {
	test('a part of the name finds it, whatever the accents or the order', () => {
		const all = [{ name: 'PI Dordrecht' }, { name: 'Bureau Médiation' }];
		expect(named(all, 'dord pi')).toEqual([all[0]]);
		expect(named(all, 'mediat')).toEqual([all[1]]);
		expect(named(all, ' ')).toEqual(all);
	});

	test('only the domain of an address is asked for', () => {
		expect(domainOf(' anja@Humanitas.nl ')).toBe('humanitas.nl');
		expect(domainOf('anja@humanitas')).toBeNull();
		expect(domainOf('a@b@c.nl')).toBeNull();
		expect(domainOf('humanitas.nl')).toBeNull();
	});

	test('a path to return to stays one value', () => {
		expect(startPath('1', '/a?b=1&c=2')).toBe('/sso/1/start?to=%2Fa%3Fb%3D1%26c%3D2');
	});
});

test('an address can only say what the server says', () => {
	expect(outcomeOf('NOT_LINKED')).toBe('NOT_LINKED');
	expect(outcomeOf('constructor')).toBeNull();
	expect(outcomeOf(null)).toBeNull();
});
