import { call, live, type Live } from '#lib/api';
import { VolunteerAbsenceDocument, type VolunteerAbsenceQuery } from '#lib/gql';
import type { Days } from '../absence.svelte';

export type TouchedThen = NonNullable<VolunteerAbsenceQuery['volunteerAbsence']>;
type Found = { asked: Days; touched: TouchedThen };
const NOTHING: TouchedThen = { matches: [], visits: [], openOffers: 0 };

/** What days on which a volunteer is not there would touch, and which visits are off. Make it while a component is being set up. */
export class Touched {
	off = $state<string[]>([]);
	readonly source: Live<Found | null>;
	readonly #days: () => Days | null;

	constructor(volunteerId: () => string, days: () => Days | null) {
		this.#days = days;
		this.source = live(async () => {
			const asked = days();
			return asked ? { asked, touched: (await call(VolunteerAbsenceDocument, { volunteerId: volunteerId(), ...asked })).volunteerAbsence ?? NOTHING } : null;
		});
	}

	/** Of these very days; nothing yet while that is being asked. */
	get now(): Found['touched'] | null {
		const days = this.#days();
		const found = this.source.data;
		return days && found?.asked.first === days.first && found.asked.last === days.last ? found.touched : null;
	}

	/** The visits that are off; null while what there is is not known. */
	get visitIds(): string[] | null {
		return this.now ? this.now.visits.map(({ id }) => id).filter((id) => this.off.includes(id)) : null;
	}
}
