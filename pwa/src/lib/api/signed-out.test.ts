import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure } from './failure';
import { leaveOnPurpose, leaveWhenSignedOut } from './signed-out';

const replace = vi.fn();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('location', { pathname: '/ik/stoppen', replace });
});

afterEach(() => {
	leaveOnPurpose(false);
	replace.mockReset();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('a session that ended leads to the sign-in screen, and only that does', () => {
	leaveWhenSignedOut(new Failure('offline'));
	expect(replace).not.toHaveBeenCalled();
	leaveWhenSignedOut(new Failure('signed-out'));
	expect(replace).toHaveBeenCalledExactlyOnceWith('/inloggen?terug=%2Fik%2Fstoppen&waarom=ENDED');
});

test('who ends it is not led away by what was asked meanwhile, until it is clear that they stay', () => {
	leaveOnPurpose();
	leaveWhenSignedOut(new Failure('signed-out'));
	expect(replace).not.toHaveBeenCalled();
	leaveOnPurpose(false);
	leaveWhenSignedOut(new Failure('signed-out'));
	expect(replace).toHaveBeenCalledTimes(1);
});

test('a page that stayed all the same is not held for ever', () => {
	leaveOnPurpose();
	vi.advanceTimersByTime(10_000);
	leaveWhenSignedOut(new Failure('signed-out'));
	expect(replace).toHaveBeenCalledTimes(1);
});
