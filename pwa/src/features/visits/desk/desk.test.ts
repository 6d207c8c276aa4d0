import { expect, test } from 'vitest';
import { CAUSES, SIDES } from './causes';

test('every side has causes of its own', () => {
	for (const side of SIDES) expect(CAUSES[side].length).toBeGreaterThan(1);
});
