import { expect, test } from 'vitest';
import { splitMessage } from './message';

test('the first sentence is the answer, the rest the reason and the way on', () => {
	expect(splitMessage('Iemand was je net voor. Fijn dat je wilde.')).toEqual({ title: 'Iemand was je net voor', rest: 'Fijn dat je wilde.' });
});

test('a time with a point does not end a sentence', () => {
	expect(splitMessage('Dit kan na 14.00 uur. Kom dan terug.').title).toBe('Dit kan na 14.00 uur');
});

test('one sentence has no rest', () => {
	expect(splitMessage('De tijd is om.')).toEqual({ title: 'De tijd is om', rest: '' });
	expect(splitMessage('Zonder punt')).toEqual({ title: 'Zonder punt', rest: '' });
});
