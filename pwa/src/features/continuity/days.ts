/** The day so many days later ("2026-12-03"). */
export function daysFrom(day: string, days: number): string {
	const moment = new Date(`${day}T12:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}
