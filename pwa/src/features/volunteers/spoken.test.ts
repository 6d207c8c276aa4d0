import { expect, test } from 'vitest';
import { spoken } from './spoken';

test('what somebody speaks a little says so', () => {
	expect(spoken({ languages: ['nl', 'pap'], littleLanguages: ['pap'] })).toBe('Nederlands, Papiaments (een beetje)');
	expect(spoken({ languages: ['nl'], littleLanguages: [] })).toBe('Nederlands');
});
