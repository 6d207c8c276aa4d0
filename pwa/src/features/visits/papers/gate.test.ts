import { describe, expect, it } from 'vitest';
import { around, asChecks, goes, ofToday, routeTo } from './gate';

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

	it('is asked for what is still to come today, by the clock of Amsterdam', () => {
		const now = new Date('2026-11-25T22:50:00Z'); // ten to twelve at night
		const at = (startsAt: string, endsAt: string, state = 'CONFIRMED') => ({ startsAt, endsAt, state });
		const coming = at('2026-11-25T22:00:00Z', '2026-11-25T22:55:00Z');
		const asked = at('2026-11-25T22:30:00Z', '2026-11-25T23:30:00Z', 'PROPOSED');
		const visits = [
			coming,
			{ ...coming, outside: true },
			asked,
			at('2026-11-25T20:00:00Z', '2026-11-25T21:00:00Z'),
			at('2026-11-25T23:10:00Z', '2026-11-26T00:10:00Z'),
			at('2026-11-25T22:30:00Z', '2026-11-25T23:30:00Z', 'CANCELLED')
		];
		expect(ofToday(visits, now)).toEqual([coming, asked]);
		expect(around(now)).toEqual({ from: '2026-11-24T00:00:00.000Z', to: '2026-11-27T00:00:00.000Z' });
	});
});
