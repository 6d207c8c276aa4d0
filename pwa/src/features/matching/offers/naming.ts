import { activities, deadline, left, NB, number } from '#lib/i18n';
import type { ActivityKind } from '#lib/gql';
import { isUrgent } from './rules';
import { t } from './texts';

interface Named {
	activityKind: ActivityKind;
	facility: { city: string };
}

/** "Bezoek in Zwolle", "Ouder-kinddag in Lelystad". */
export function headline({ activityKind, facility }: Named): string {
	if (activityKind === 'ONE_TO_ONE') return t().visitIn(facility.city);
	return t().activityIn(activities()[activityKind], facility.city);
}

/** "Iemand in Veenhuizen vraagt om bezoek", or what else is asked. */
export function question(offer: Named): string {
	return offer.activityKind === 'ONE_TO_ONE' ? t().asks(offer.facility.city) : headline(offer);
}

/** "Antwoord vandaag 18.00 uur, nog 3 uur" when near, else "Tot woensdag 12.00 uur". */
export function answerBy(offer: { expiresAt: string }, now: Date): string {
	const when = deadline(offer.expiresAt, now);
	return isUrgent(offer, now) ? t().answerBefore(when.split(' ')[0] ?? when, left(offer.expiresAt, now).replaceAll(' ', NB)) : t().until(when);
}

/** "14 km", rounded: more would say where someone lives. */
export function kilometres(distance: number): string {
	return t().kilometres(number(Math.round(distance)));
}
