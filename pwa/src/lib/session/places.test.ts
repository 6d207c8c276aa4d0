import { expect, test } from 'vitest';
import { homeOf, mayVisit, PLACES } from './places';

test('home is the first place of a role', () => {
	expect(homeOf('VOLUNTEER')).toBe('/uitnodigingen');
	expect(homeOf('COORDINATOR')).toBe('/verzoeken');
	expect(homeOf('STAFF')).toBe('/nieuw-verzoek');
	expect(homeOf('FUNDER')).toBe('/publicaties');
	expect(homeOf('OPERATOR')).toBe('/beheer');
});

test('everyone stays within the places of their role', () => {
	expect(mayVisit('VOLUNTEER', '/koppelingen/1/moment')).toBe(true);
	expect(mayVisit('VOLUNTEER', '/verzoeken')).toBe(false);
	expect(mayVisit('FUNDER', '/koppelingen')).toBe(false);
	expect(mayVisit('STAFF', '/agendapunt')).toBe(false);
	expect(mayVisit('STAFF', '/wie-las-namen')).toBe(true);
	expect(mayVisit('VOLUNTEER', '/wie-las-namen')).toBe(false);
	expect(mayVisit('COORDINATOR', '/beheer')).toBe(false);
});

test('everyone has a screen of their own', () => {
	for (const role of Object.keys(PLACES) as (keyof typeof PLACES)[]) expect(mayVisit(role, '/ik')).toBe(true);
});
