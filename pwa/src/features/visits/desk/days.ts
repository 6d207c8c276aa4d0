import { noon } from '#lib/i18n';

export function isDay(text: string | null): text is string {
	return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(noon(text)));
}
