import { expect, test } from 'vitest';
import { inOneLine } from './course';
import { en } from './texts/en';
import { nl } from './texts/nl';

const at = '2026-11-03T09:00:00Z';
const course = [
	{ what: 'REQUESTED', at, count: null, by: null },
	{ what: 'CLAIMED', at, count: null, by: 'Anja' },
	{ what: 'ASKED', at, count: 3, by: 'Anja' },
	{ what: 'COULD_NOT', at, count: 2, by: null },
	{ what: 'ASKED', at, count: 3, by: 'Anja' },
	{ what: 'SILENT', at, count: 1, by: null },
	{ what: 'PROPOSED', at, count: null, by: 'Anja' },
	{ what: 'HAND_OVER_DECLINED', at, count: null, by: null }
] as const;

test('the course of a request is one line', () => {
	expect(inOneLine(course, nl.course, () => 'di 3 nov')).toBe(
		'Gevraagd di 3 nov · opgepakt door Anja · 6 gevraagd in 2 keer · 2 kunnen niet · 1 zonder antwoord · eerder voorgesteld aan een ander'
	);
	// one that stands is said above it
	expect(inOneLine(course.slice(0, -1), nl.course, () => 'di 3 nov')).not.toContain('voorgesteld');
	const withdrawn = [course[0], { what: 'WITHDRAWN', at, count: null, by: null }] as const;
	expect(inOneLine(withdrawn, nl.course, () => 'di 3 nov')).toBe('Gevraagd di 3 nov · ingetrokken');
	expect(inOneLine(course.slice(0, 1), en.course, () => 'Tue 3 Nov')).toBe('Asked for Tue 3 Nov');
});
