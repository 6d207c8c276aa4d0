/** Languages spoken in Dutch prisons, so that the list stays short enough to walk through. */
export const OFFERED = [
	'nl', 'en', 'pap', 'es', 'fr', 'de', 'pl', 'ro', 'bg', 'tr', 'ar', 'ary', 'zgh', 'fa', 'prs', 'ps', 'ku', 'ckb', 'so', 'ti',
	'am', 'om', 'sw', 'ln', 'wo', 'ha', 'yo', 'ig', 'tw', 'srn', 'pt', 'it', 'el', 'sq', 'sr', 'hr', 'bs', 'mk', 'sl', 'hu', 'cs',
	'sk', 'lt', 'lv', 'et', 'fi', 'sv', 'da', 'no', 'ru', 'uk', 'ka', 'hy', 'az', 'uz', 'ur', 'hi', 'pa', 'bn', 'ta', 'ne', 'zh',
	'yue', 'vi', 'th', 'id', 'ms', 'tl', 'ja', 'ko', 'he', 'fy', 'rom', 'ht'
] as const;

export interface Language {
	code: string;
	name: string;
}

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().trim();
}

/** Languages whose name, in either language on screen, has these letters; those that begin with them first. */
export function searchLanguages(text: string, all: readonly (Language & { also?: string })[], chosen: readonly string[]): Language[] {
	const wanted = plain(text);
	const rank = ({ name, also = '' }: Language & { also?: string }): number => {
		const names = [plain(name), plain(also)];
		if (names.some((candidate) => candidate.startsWith(wanted))) return 0;
		return names.some((candidate) => candidate.includes(wanted)) ? 1 : 2;
	};
	return all
		.filter((language) => !chosen.includes(language.code))
		.map((language) => ({ language, at: rank(language) }))
		.filter(({ at }) => at < 2)
		.sort((one, other) => one.at - other.at)
		.map(({ language }) => language);
}

/** Takes the languages out of a pasted list; what is not a language comes back as `rest`, whole. */
export function languagesIn(text: string, all: readonly (Language & { also?: string })[]): { codes: string[]; rest: string } {
	const codes: string[] = [];
	const rest: string[] = [];
	for (const part of text.split(/[,;\n/]+/)) {
		const found = all.find(({ name, also }) => plain(name) === plain(part) || (also !== undefined && plain(also) === plain(part)));
		if (found) codes.push(found.code);
		else if (part.trim() !== '') rest.push(part.trim());
	}
	return codes.length > 0 ? { codes, rest: rest.join(', ') } : { codes, rest: text };
}
