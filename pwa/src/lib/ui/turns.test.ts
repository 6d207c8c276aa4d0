import { expect, test, vi } from 'vitest';
import { inTurn } from './turns';

test('each has a task of its own, in the order of asking', () => {
	vi.useFakeTimers();
	const made: string[] = [];
	for (const name of ['calendar', 'push', 'details']) inTurn(() => made.push(name));
	expect(made).toEqual([]);
	vi.advanceTimersToNextTimer();
	expect(made).toEqual(['calendar']);
	vi.runAllTimers();
	expect(made).toEqual(['calendar', 'push', 'details']);
	vi.useRealTimers();
});

test('who leaves gives the place back, and the row goes on', () => {
	vi.useFakeTimers();
	const made: string[] = [];
	const leave = inTurn(() => made.push('gone'));
	leave();
	inTurn(() => made.push('stays'));
	vi.runAllTimers();
	expect(made).toEqual(['stays']);
	vi.useRealTimers();
});
