import { afterPasskey, reach } from './call';
import { Failure, failureOf, failureOfStatus, type GraphQLErrorShape } from './failure';

/** Everything there is, over a slow line. */
const TIMEOUT_MS = 120_000;
const NAME = /filename="([^"]+)"/;

/** Gets a file and hands it to the browser to keep, after showing the passkey where the server wants that. Throws a Failure. */
export async function download(path: string, otherwise: string): Promise<void> {
	const response = await afterPasskey(() => fetched(path));
	const name = NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? otherwise;
	const file = await response.blob().catch(() => {
		throw new Failure('offline');
	});
	keep(file, name);
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

function keep(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// the browser has its own hold on it once the download has begun
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
