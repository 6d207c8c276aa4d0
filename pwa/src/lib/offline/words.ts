import { day, number, words } from '#lib/i18n';
import type { LogVisitInput } from '#lib/gql';
import type { Item } from './rules';
import { t } from './texts';

/** "Je ja voor Zwolle", "Bezoek van vandaag". */
export function titleOf({ kind, city, startsAt }: Item): string {
	if (kind === 'log') return startsAt ? t().visitOf(day(startsAt)) : t().visit;
	if (kind === 'accept') return city ? t().yesFor(city) : t().yes;
	return city ? t().noFor(city) : t().no;
}

/** Below it: how it stands, or what was answered. */
export function hintOf(item: Item): string {
	if (item.state === 'refused') return item.kind === 'accept' ? reasonOf(item) : t().refused(reasonOf(item));
	if (item.state === 'sent') return item.code ? t().alreadyThere : item.kind === 'accept' ? t().won : t().sent;
	if (item.kind === 'accept') return t().notSure;
	return item.kind === 'log' ? summaryOf((item.variables as { input: LogVisitInput }).input) : t().goesByItself;
}

/** Why it was refused: in the server's words, where those are for the person. */
export function reasonOf({ code = '', message }: Item): string {
	if (message) return message;
	return code === 'TOO_OLD' ? t().tooOld : t().ours(code);
}

/** "60 minuten, 28 km". */
function summaryOf({ outcome, minutes, travelKilometres }: LogVisitInput): string {
	if (outcome !== 'HELD') return words().outcome[outcome];
	return t().minutesAndKilometres(minutes, number(travelKilometres));
}
