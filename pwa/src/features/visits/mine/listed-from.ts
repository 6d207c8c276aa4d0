const DAY = 24 * 3_600_000;
/** How far back the list of visits goes. */
const PAST_DAYS = 90;

/** From when to ask the server for visits: a whole day, so that the question stays the same while one looks. */
export function listedFrom(now: Date): string {
	return new Date(Math.floor(now.getTime() / DAY - PAST_DAYS) * DAY).toISOString();
}
