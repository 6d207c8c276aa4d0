import { call, live, type Live } from '#lib/api';
import { MyAbsenceDocument, type MyAbsenceQuery } from '#lib/gql';
import { calledOff, type Plan } from './rules';

type Shown = MyAbsenceQuery['myAbsence'] | null;

/** What an absence touches, asked again when its days change, and what somebody chooses about it. Make it while a
component is being set up; `days` gives null as long as they are not chosen. */
export class Absence {
	plan = $state<Plan | null>(null);
	chosen = $state<string[]>([]);
	readonly source: Live<Shown>;

	constructor(days: () => { first: string; last: string | null } | null) {
		this.source = live(async () => {
			const asked = days();
			return asked ? (await call(MyAbsenceDocument, asked)).myAbsence : null;
		});
	}

	/** The visits to call off; null while that is not clear yet. */
	get visitIds(): string[] | null {
		return this.source.data ? calledOff(this.source.data.visits, this.plan, this.chosen) : null;
	}
}
