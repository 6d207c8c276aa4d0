import type { OwnRequestFragment, RequestState } from '#lib/gql';
import { languageName, words } from '#lib/i18n';
import { t } from '../texts';

type Asked = Pick<OwnRequestFragment, 'state' | 'activityKind' | 'activityDenomination' | 'nameErased'> & { languages: readonly string[] };

/** Somebody waits, or is visited: the wish is not over. */
const STANDING: readonly RequestState[] = ['OPEN', 'OFFERED', 'MATCHED'];

/** What was asked for, in one line: the work, of which denomination while the wish stands, and the languages. */
export function askedFor({ state, activityKind, activityDenomination, languages, nameErased }: Asked): string {
	const work = words().activity[activityKind];
	const of = activityDenomination && STANDING.includes(state) ? t().denominations[activityDenomination] : null;
	return [
		of ? t().own.workOf(work, of) : work,
		languages.map((code) => languageName(code)).join(', '),
		...(nameErased ? [t().own.nameErased] : [])
	].join(' · ');
}
