import type { ActivityDenomination, ActivityKind, Gender, RequestVisitInput } from '#lib/gql';

export const NOTE_LENGTH = 280;
export const NAME_LENGTH = 80;
export const WING_LENGTH = 30;
export const MOST_LANGUAGES = 10;

/** The kinds behind the number keys, in that order; the others stand behind "Iets anders". */
export const KINDS_BY_KEY: readonly ActivityKind[] = ['ONE_TO_ONE', 'COURSE', 'CHILD_EVENT', 'AFTERCARE'];
export const OTHER_KINDS: readonly ActivityKind[] = ['CHAPLAINCY', 'FAMILY', 'CHILD_ESCORT', 'CAMP', 'DROP_IN', 'DESK'];

/** What somebody has filled in so far. '' = nothing chosen. */
export interface Wish {
	givenName: string;
	familyName: string;
	wing: string;
	kind: ActivityKind;
	languages: string[];
	/** Typed in the language field but not (yet) a language. */
	languageText: string;
	organisation: string;
	gender: Gender | '';
	/** Of chaplaincy only, and only when the person asks for it. */
	denomination: ActivityDenomination | '';
	note: string;
	consent: boolean;
}

export type Field = keyof Omit<Wish, 'languageText'>;

/** A field that keeps the wish from being sent, with what it needs. */
export type Fault =
	| { field: Field; need: 'name' | 'consent' | 'language' | 'fewerLanguages' }
	| { field: 'languages'; need: 'unknownLanguage'; text: string }
	| { field: Field; need: 'shorter'; length: number; most: number };

export function emptyWish(): Wish {
	return {
		givenName: '',
		familyName: '',
		wing: '',
		kind: 'ONE_TO_ONE',
		languages: ['nl'],
		languageText: '',
		organisation: '',
		gender: '',
		denomination: '',
		note: '',
		consent: false
	};
}

/** True as soon as there is something to lose. */
export function isStarted(wish: Wish): boolean {
	return [wish.givenName, wish.familyName, wish.wing, wish.note, wish.languageText].some((text) => text.trim() !== '');
}

/** Everything that is missing or too long, in the order of the form. Nothing is ever cut off. */
export function faultsOf(wish: Wish): Fault[] {
	return [
		...nameFaults('givenName', wish.givenName),
		...nameFaults('familyName', wish.familyName),
		...tooLong('wing', wish.wing, WING_LENGTH),
		...languageFaults(wish),
		...tooLong('note', wish.note, NOTE_LENGTH),
		...(wish.consent ? [] : [{ field: 'consent', need: 'consent' } as const])
	];
}

function nameFaults(field: Field, name: string): Fault[] {
	return name.trim() === '' ? [{ field, need: 'name' }] : tooLong(field, name, NAME_LENGTH);
}

function languageFaults(wish: Wish): Fault[] {
	const field = 'languages';
	const text = wish.languageText.trim();
	if (text !== '') return [{ field, need: 'unknownLanguage', text }];
	if (wish.languages.length === 0) return [{ field, need: 'language' }];
	return wish.languages.length > MOST_LANGUAGES ? [{ field, need: 'fewerLanguages' }] : [];
}

function tooLong(field: Field, text: string, most: number): Fault[] {
	const length = lengthOf(text);
	return length > most ? [{ field, need: 'shorter', length, most }] : [];
}

/** Characters as the server counts them: code points of the trimmed text. */
export function lengthOf(text: string): number {
	return [...text.trim()].length;
}

/** What was chosen goes when it is not about chaplaincy after all. */
export function denominationOf(wish: Wish): ActivityDenomination | '' {
	return wish.kind === 'CHAPLAINCY' ? wish.denomination : '';
}

export function inputOf(wish: Wish, facilityId: string): RequestVisitInput {
	return {
		facilityId,
		activityKind: wish.kind,
		languages: wish.languages,
		organisationId: wish.organisation || null,
		volunteerGender: wish.gender || null,
		activityDenomination: denominationOf(wish) || null,
		note: wish.note.trim() || null,
		detainee: { givenName: wish.givenName.trim(), familyName: wish.familyName.trim(), wing: wish.wing.trim() || null },
		consent: wish.consent
	};
}
