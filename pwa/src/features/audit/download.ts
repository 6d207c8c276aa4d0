import { Failure, reach } from '#lib/api';
import { afterPasskey } from '#lib/api/call.ts';
import { failureOf, failureOfStatus, type GraphQLErrorShape } from '#lib/api/failure.ts';
import type { Days } from './days';
import { t } from './texts';

/** A year of readings over a slow line. */
const TIMEOUT_MS = 120_000;
const NAME = /filename="([^"]+)"/;

/** Gets the readings of these days as a sheet and hands them to the browser to keep. Throws a Failure. */
export async function downloadReadings({ from, to }: Days): Promise<void> {
	const response = await afterPasskey(() => fetched(`/audit/name-readings.csv?from=${from}&to=${to}`));
	const name = NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? t().fileName;
	const sheet = await response.blob().catch(() => {
		throw new Failure('offline');
	});
	keep(sheet, name);
}

async function fetched(path: string): Promise<Response> {
	const response = await reach(path, { headers: { 'X-Vrijplaats': '1' }, signal: AbortSignal.timeout(TIMEOUT_MS) });
	if (response.ok) return response;
	const text = await response.text();
	const errors = errorsIn(text);
	throw errors.length > 0 ? failureOf(errors) : failureOfStatus(response.status, text);
}

function errorsIn(text: string): GraphQLErrorShape[] {
	try {
		return (JSON.parse(text) as { errors?: GraphQLErrorShape[] }).errors ?? [];
	} catch {
		return [];
	}
}

function keep(sheet: Blob, name: string): void {
	const url = URL.createObjectURL(sheet);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// the browser has its own hold on it once the download has begun
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
