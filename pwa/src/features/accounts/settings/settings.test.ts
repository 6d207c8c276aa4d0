import { describe, expect, it } from 'vitest';
import { withChosen } from '#features/requests/inbox/rounds.ts';
import { before, centsOf, changeOf, weightsBefore, type Change } from './changes';

const rounds: Change = { setting: 'WAVES', changedAt: '2026-11-25T10:00:00Z', changedBy: 'Els', before: [{ name: 'wave_size', value: 3 }, { name: 'wave_hours', value: 6 }] };
const weights: Change = {
	...rounds,
	setting: 'WEIGHTS',
	before: ['language', 'fluency', 'distance', 'days', 'load', 'waiting', 'continuity', 'newcomer'].map((name, place) => ({ name, value: place % 4 }))
};

describe('how a setting was before', () => {
	it('is read by name', () => {
		expect([before(changeOf([rounds], 'WAVES'), 'wave_hours'), before(changeOf([rounds], 'NIGHT'), 'night_from'), before(rounds, 'x')]).toEqual([6, null, null]);
	});
	it('is a whole set of weights, or none', () => {
		expect(weightsBefore(weights)).toEqual({ language: 'NOT', fluency: 'A_LITTLE', distance: 'USUAL', days: 'HEAVILY', load: 'NOT', waiting: 'A_LITTLE', continuity: 'USUAL', newcomer: 'HEAVILY' });
		expect([weightsBefore(rounds), weightsBefore(undefined)]).toEqual([null, null]);
	});
});

describe('what one can choose from', () => {
	it('has what holds among it', () => {
		expect([withChosen([1, 2, 3], 2), withChosen([1, 5], 4)]).toEqual([[1, 2, 3], [1, 4, 5]]);
	});
});

describe('an amount', () => {
	it('is typed as people write it', () => {
		expect(['0,23', '0.2', '€ 1,05', ' 2 ', '0,00'].map(centsOf)).toEqual([23, 20, 105, 200, 0]);
		expect(['', '23', '0,234', '-1', 'twee', '1,2,3'].map(centsOf)).toEqual([null, null, null, null, null, null]);
	});
});
