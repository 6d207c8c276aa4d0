import type { Field, Wish } from './rules';

export interface RequestProblem {
	code: string;
	word?: string;
	field?: string;
}

const FIELDS: Record<string, Field> = {
	givenname: 'givenName',
	familyname: 'familyName',
	wing: 'wing',
	activitykind: 'kind',
	languages: 'languages',
	language: 'languages',
	organisation: 'organisation',
	organisationid: 'organisation',
	volunteergender: 'gender',
	activitydenomination: 'denomination',
	note: 'note',
	consent: 'consent'
};

/** Eight or nine digits, as a citizen number is written: with or without dots and spaces. */
const LONG_NUMBER = /(?<![\p{L}\d])\d(?:[ .-]?\d){7,8}(?!\d)/u;

/** The field where somebody mends what the server turned back; null when it is about the whole request. */
export function fieldOfProblem(problem: RequestProblem, wish: Wish): Field | null {
	if (problem.code === 'CONSENT_MISSING') return 'consent';
	if (problem.code === 'PLAN_REFERENCE') return fieldWith(wish, (text) => foundAt(text, problem.word ?? '') !== null);
	if (problem.code === 'CITIZEN_NUMBER') return fieldWith(wish, (text) => LONG_NUMBER.test(text));
	if (problem.code === 'INVALID_INPUT') return fieldNamed(problem.field ?? '');
	return null;
}

function fieldWith(wish: Wish, holds: (text: string) => boolean): Field {
	const fields = ['note', 'wing', 'givenName', 'familyName'] as const;
	return fields.find((field) => holds(wish[field])) ?? 'note';
}

function fieldNamed(name: string): Field | null {
	const last = name.split('.').at(-1) ?? '';
	return FIELDS[last.replace(/[_\s-]/g, '').toLowerCase()] ?? null;
}

/** From where to where the faulty words stand in a text, to select them for the person who mends it. */
export function faultyPart(problem: RequestProblem, text: string): [number, number] | null {
	if (problem.code === 'PLAN_REFERENCE') return foundAt(text, problem.word ?? '');
	const number = problem.code === 'CITIZEN_NUMBER' ? LONG_NUMBER.exec(text) : null;
	return number ? [number.index, number.index + number[0].length] : null;
}

function foundAt(text: string, word: string): [number, number] | null {
	const at = word === '' ? -1 : text.toLowerCase().indexOf(word.toLowerCase());
	return at === -1 ? null : [at, at + word.length];
}
