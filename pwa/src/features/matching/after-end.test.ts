import { describe, expect, test } from 'vitest';
import type { MatchEndReason } from '#lib/gql';
import { afterEnd } from './after-end';

const REASONS: MatchEndReason[] = ['DETAINEE_WISH', 'VOLUNTEER_WISH', 'RELEASED', 'TRANSFERRED', 'NO_CLICK', 'OTHER'];

describe('what becomes of the wish when a match ends', () => {
	test('who may still want visits can wait for somebody else', () => {
		expect(REASONS.map((reason) => afterEnd(reason, 'MAY_WAIT'))).toEqual(['closes', 'ask', 'closes', 'closes', 'ask', 'ask']);
	});
	test('nothing is said before a reason was chosen', () => {
		expect(afterEnd(null, 'MAY_WAIT')).toBeNull();
		expect(afterEnd(null, 'CLOSES')).toBeNull();
	});
	test('where somebody is looked for already that goes on, unless nobody is wanted or there', () => {
		expect([null, ...REASONS].map((reason) => afterEnd(reason, 'WAITS'))).toEqual(['waits', 'closes', 'waits', 'closes', 'waits', 'waits', 'waits']);
	});
	test('where nobody can be looked for it closes', () => {
		expect(afterEnd('NO_CLICK', 'CLOSES')).toBe('closes');
	});
});
