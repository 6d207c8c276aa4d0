import { describe, expect, it } from 'vitest';
import { asChecks, goes, routeTo } from './gate';

describe('the answer at the gate', () => {
	it('is yes only for a confirmed visit with a gate that opens', () => {
		expect(goes({ state: 'CONFIRMED', gate: { ready: true } })).toBe(true);
		expect(goes({ state: 'PROPOSED', gate: { ready: true } })).toBe(false);
		expect(goes({ state: 'CONFIRMED', gate: { ready: false } })).toBe(false);
		expect(goes({ state: 'CONFIRMED', gate: null })).toBe(false);
	});

	it('leaves out a hint that is not there', () => {
		expect(asChecks([{ ok: true, title: 'VOG', hint: null }])).toEqual([{ ok: true, title: 'VOG' }]);
	});

	it('puts nothing but the prison in the address of the map', () => {
		expect(routeTo({ name: 'PI Veenhuizen, locatie Esserheem', city: 'Veenhuizen' })).toBe(
			'https://www.openstreetmap.org/search?query=PI%20Veenhuizen%2C%20locatie%20Esserheem%2C%20Veenhuizen'
		);
	});
});
