import { describe, expect, test } from 'vitest';
import { languagesIn, searchLanguages } from './language-search';
import { faultyPart, fieldOfProblem } from './problems';
import { emptyWish, faultsOf, inputOf, isStarted, lengthOf, NOTE_LENGTH, type Wish } from './rules';

const marlon: Wish = { ...emptyWish(), givenName: 'Marlon', familyName: 'Isenia', wing: 'C2', languages: ['pap', 'nl'], consent: true };

function needs(change: Partial<Wish>): string[] {
	return faultsOf({ ...marlon, ...change }).map((fault) => `${fault.field} ${fault.need}`);
}

describe('a wish', () => {
	test('with a name, a language and consent can be sent', () => expect(faultsOf(marlon)).toEqual([]));
	test('says all that is missing, in the order of the form', () => {
		expect(faultsOf({ ...emptyWish(), languages: [] }).map((fault) => fault.field)).toEqual([
			'givenName',
			'familyName',
			'languages',
			'consent'
		]);
	});
	test('needs a name of letters, not of spaces', () => expect(needs({ familyName: '   ' })).toEqual(['familyName name']));
	test('takes no more than ten languages', () => {
		expect(needs({ languages: 'abcdefghijk'.split('') })).toEqual(['languages fewerLanguages']);
	});
	test('does not drop letters typed in the language field', () => {
		expect(needs({ languageText: 'Klingon' })).toEqual(['languages unknownLanguage']);
	});
});

describe('a whole e-mail pasted into a field', () => {
	const email = 'Beste collega,\n' + 'wil jij dit regelen? '.repeat(60);
	test('is answered with its length and the most that fits', () => {
		expect(faultsOf({ ...marlon, note: email })).toEqual([
			{ field: 'note', need: 'shorter', length: lengthOf(email), most: NOTE_LENGTH }
		]);
		expect(needs({ givenName: email })).toEqual(['givenName shorter']);
		expect(needs({ wing: email })).toEqual(['wing shorter']);
		expect(needs({ languageText: email })).toEqual(['languages unknownLanguage']);
	});
});

test('280 characters fit and 281 do not; an emoji is one', () => {
	expect(needs({ note: '🌿'.repeat(NOTE_LENGTH) })).toEqual([]);
	expect(needs({ note: 'x'.repeat(NOTE_LENGTH + 1) })).toEqual(['note shorter']);
});

test('what is sent is trimmed, and no choice is null', () => {
	const input = inputOf({ ...marlon, givenName: ' Marlon ', note: ' ' }, 'facility');
	expect(input).toMatchObject({ facilityId: 'facility', organisationId: null, volunteerGender: null, note: null, consent: true });
	expect(input.detainee).toEqual({ givenName: 'Marlon', familyName: 'Isenia', wing: 'C2' });
});

test('only chaplaincy has a denomination, and none unless somebody asks for it', () => {
	const sent = (change: Partial<Wish>) => inputOf({ ...marlon, ...change }, 'facility').activityDenomination;
	expect(sent({ kind: 'CHAPLAINCY' })).toBeNull();
	expect(sent({ kind: 'CHAPLAINCY', denomination: 'HINDU' })).toBe('HINDU');
	expect(sent({ kind: 'COURSE', denomination: 'HINDU' })).toBeNull();
	expect(fieldOfProblem({ code: 'INVALID_INPUT', field: 'activityDenomination' }, marlon)).toBe('denomination');
});

test('an untouched form holds nothing to lose', () => {
	expect(isStarted(emptyWish())).toBe(false);
	expect(isStarted({ ...emptyWish(), note: 'Liefst in de middag.' })).toBe(true);
});

describe('what the server turns back', () => {
	test('a plan is mended where the word stands', () => {
		const wish = { ...marlon, note: 'Staat in het D&R-plan.' };
		const problem = { code: 'PLAN_REFERENCE', word: 'd&r-plan' };
		expect(fieldOfProblem(problem, wish)).toBe('note');
		expect(faultyPart(problem, wish.note)).toEqual([13, 21]);
	});
	test('a citizen number is found in the field that has it', () => {
		const wish = { ...marlon, wing: 'C2 123.456.782' };
		expect(fieldOfProblem({ code: 'CITIZEN_NUMBER' }, wish)).toBe('wing');
		expect(faultyPart({ code: 'CITIZEN_NUMBER' }, wish.wing)).toEqual([3, 14]);
	});
	test('a field is known by its name in any spelling', () => {
		expect(fieldOfProblem({ code: 'INVALID_INPUT', field: 'detainee.givenName' }, marlon)).toBe('givenName');
		expect(fieldOfProblem({ code: 'INVALID_INPUT', field: 'family_name' }, marlon)).toBe('familyName');
		expect(fieldOfProblem({ code: 'INVALID_INPUT', field: 'organisationId' }, marlon)).toBe('organisation');
		expect(fieldOfProblem({ code: 'INVALID_INPUT', field: 'something' }, marlon)).toBeNull();
	});
	test('a running request is about the whole, not about a field', () => {
		expect(fieldOfProblem({ code: 'DUPLICATE_REQUEST' }, marlon)).toBeNull();
	});
});

const languages = [
	{ code: 'nl', name: 'Nederlands', also: 'Dutch' },
	{ code: 'pap', name: 'Papiaments', also: 'Papiamento' },
	{ code: 'ne', name: 'Nepalees', also: 'Nepali' },
	{ code: 'zh', name: 'Chinees', also: 'Chinese' }
];

describe('finding a language', () => {
	test('names that begin with the letters come first', () => {
		expect(searchLanguages('ne', languages, []).map(({ code }) => code)).toEqual(['nl', 'ne', 'zh']);
	});
	test('what is chosen is not offered again, capitals and accents do not matter', () => {
		expect(searchLanguages('NÉ', languages, ['nl']).map(({ code }) => code)).toEqual(['ne', 'zh']);
	});
	test('the English name works too', () => expect(searchLanguages('dutch', languages, [])[0]?.code).toBe('nl'));
	test('a pasted list becomes languages; the rest stays', () => {
		expect(languagesIn('Nederlands, papiaments; iets anders', languages)).toEqual({ codes: ['nl', 'pap'], rest: 'iets anders' });
	});
	test('a pasted e-mail stays as it is', () => {
		const text = 'Beste collega,\nwil jij dit regelen?';
		expect(languagesIn(text, languages)).toEqual({ codes: [], rest: text });
	});
});
