import { download } from '#lib/api/download.ts';
import type { Days } from './days';
import { t } from './texts';

/** Gets the readings of these days as a sheet and hands them to the browser to keep. Throws a Failure. */
export function downloadReadings({ from, to }: Days): Promise<void> {
	return download(`/audit/name-readings.csv?from=${from}&to=${to}`, `${t().fileName}.csv`);
}
