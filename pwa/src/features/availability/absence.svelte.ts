import { call, live, type Live } from '#lib/api';
import { MyAbsenceDocument, type MyAbsenceQuery } from '#lib/gql';
import { calledOff, type Plan } from './rules';

export interface Days {
	first: string;
	last: string | null;
}

interface Found {
	asked: Days;
	touched: MyAbsenceQuery['myAbsence'];
}

/** What is to happen with visits that are planned then. */
export interface Choices {
	plan: Plan | null;
	chosen: string[];
}

export const NO_CHOICES: Choices = { plan: null, chosen: [] };

/**
 * What an absence touches, asked again when its days change, and what somebody chooses about it. Make it while a component
 * is being set up; `days` gives null as long as they are not chosen.
 */
export class Absence {
	plan = $state<Plan | null>(null);
	chosen = $state<string[]>([]);
	readonly source: Live<Found | null>;
	readonly #days: () => Days | null;

	constructor(days: () => Days | null) {
		this.#days = days;
		this.source = live(async () => {
			const asked = days();
			return asked ? { asked, touched: (await call(MyAbsenceDocument, asked)).myAbsence } : null;
		});
	}

	/** What these very days touch: nothing yet while that is being asked. */
	get touched(): Found['touched'] | null {
		const days = this.#days();
		const found = this.source.data;
		return days && found?.asked.first === days.first && found.asked.last === days.last ? found.touched : null;
	}

	/** What was chosen about it, to be kept half-way. */
	get choices(): Choices {
		return { plan: this.plan, chosen: this.chosen };
	}

	set choices({ plan, chosen }: Choices) {
		this.plan = plan;
		this.chosen = chosen;
	}

	/** The visits to call off; null while that is not clear yet. */
	get visitIds(): string[] | null {
		return this.touched ? calledOff(this.touched.visits, this.plan, this.chosen) : null;
	}
}
