import type { CodeTrouble } from './codes';
import { t } from './texts';

/** The sentence that belongs to a trouble; null for none. */
export function said(trouble: CodeTrouble | null): string | null {
	if (!trouble) return null;
	return trouble.reason === 'too-often' ? t().trouble['too-often'](trouble.minutes) : t().trouble[trouble.reason];
}
