import { expect, test } from 'vitest';
import { Failure, asFailure, failureOf, failureOfStatus, sessionEndOf, UNKNOWN_CODE } from './failure';
import { returnPath, signInPath } from './signed-out';

test('who is not signed in goes to sign in, whatever the status', () => {
	expect(failureOf([{ message: 'Log eerst in.', extensions: { code: 'UNAUTHENTICATED' } }]).reason).toBe('signed-out');
	expect(failureOfStatus(401, '').reason).toBe('signed-out');
});

test('what belongs to another role is forbidden, not broken', () => {
	expect(failureOf([{ message: '', extensions: { code: 'FORBIDDEN' } }]).reason).toBe('forbidden');
	expect(failureOfStatus(403, '').reason).toBe('forbidden');
});

test('without a code there is still something to read out', () => {
	expect(failureOfStatus(502, 'bad gateway').code).toBe(UNKNOWN_CODE);
	expect(asFailure(new TypeError('x'))).toMatchObject({ reason: 'broken', code: UNKNOWN_CODE });
});

test('a failure stays the failure it is', () => {
	const failure = new Failure('timeout');
	expect(asFailure(failure)).toBe(failure);
});

test('after sign-in one comes back to a path of ours, never to another site', () => {
	expect(returnPath('/bezoeken/1')).toBe('/bezoeken/1');
	for (const elsewhere of ['https://elders.nl', '//elders.nl', '/\\elders.nl', 'javascript:alert(1)', '/\t/elders.nl', '/.//elders.nl', '/a/..//elders.nl', '', null]) {
		expect(returnPath(elsewhere)).toBe('/');
	}
	expect(signInPath('/bezoeken/1')).toBe('/inloggen?terug=%2Fbezoeken%2F1');
	expect(signInPath('/')).toBe('/inloggen');
	expect(signInPath('/agenda', 'IDLE')).toBe('/inloggen?terug=%2Fagenda&waarom=IDLE');
});

test('a session that is over says why, and an address cannot say anything else', () => {
	const over = [{ message: '', extensions: { code: 'UNAUTHENTICATED', why: 'IDLE' } }];
	expect(failureOf(over).why).toBe('IDLE');
	expect(sessionEndOf('TIME_UP')).toBe('TIME_UP');
	for (const other of ['Bel 0900', '', null, 5]) expect(sessionEndOf(other)).toBeNull();
});

test('what needs the passkey once more says so', () => {
	expect(failureOf([{ message: '', extensions: { code: 'STEP_UP_NEEDED' } }]).reason).toBe('unconfirmed');
	expect(failureOf([{ message: '', extensions: { code: 'PASSKEY_NEEDED' } }]).reason).toBe('no-passkey');
	expect(failureOf([{ message: '', extensions: { code: 'SIGN_IN_AGAIN' } }]).reason).toBe('long-ago');
	expect(failureOf([{ message: '', extensions: { code: 'TOO_OFTEN' } }]).reason).toBe('too-often');
});
