import { expect, test } from 'vitest';
import { askedFor } from './asked';

const imam = { state: 'OPEN', activityKind: 'CHAPLAINCY', activityDenomination: 'MUSLIM', languages: ['nl'], nameErased: false } as const;

test('staff read of which denomination the chaplaincy is that somebody asks for', () => {
	expect(askedFor(imam)).toBe('Geestelijke verzorging (islamitisch) · Nederlands');
	expect(askedFor({ ...imam, state: 'MATCHED' })).toContain('(islamitisch)');
	expect(askedFor({ ...imam, activityDenomination: null })).toBe('Geestelijke verzorging · Nederlands');
});

test('and not once the wish is over', () => {
	for (const state of ['WITHDRAWN', 'CLOSED'] as const) {
		expect(askedFor({ ...imam, state, nameErased: true })).toBe('Geestelijke verzorging · Nederlands · Naam gewist');
	}
});
