import { t } from '../texts';
import type { Fault, Field } from './rules';

export interface Said {
	field: Field;
	text: string;
}

const READABLE = 40;

/** What a fault says beneath its field. */
export function say(fault: Fault): Said {
	return { field: fault.field, text: textOf(fault) };
}

function textOf(fault: Fault): string {
	const need = t().form.need;
	switch (fault.need) {
		case 'name':
			return fault.field === 'givenName' ? need.givenName : need.familyName;
		case 'unknownLanguage':
			return fault.text.length <= READABLE ? need.unknownLanguage(fault.text) : need.longLanguage([...fault.text].length);
		case 'shorter':
			return need.shorter(fault.length, fault.most);
		default:
			return need[fault.need];
	}
}
