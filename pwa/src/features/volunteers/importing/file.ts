import { afterPasskey, reach } from '#lib/api/call.ts';
import { Failure, failureOf, failureOfStatus, type GraphQLErrorShape } from '#lib/api/failure.ts';

export const MOST_BYTES = 5 * 1024 * 1024;
/** A big file over a slow line, read by a busy server. */
const TIMEOUT_MS = 180_000;

export type Outcome = 'NEW' | 'CHANGED' | 'SAME' | 'SKIPPED' | 'WRONG';
export const OUTCOMES: readonly Outcome[] = ['NEW', 'CHANGED', 'SAME', 'SKIPPED', 'WRONG'];

export interface FileColumn { heading: string; guess: string | null; samples: string[] }
export interface Looked {
	rows: number;
	sheet: string | null;
	others: string[];
	choices: { value: string; label: string }[];
	columns: FileColumn[];
}
export interface Finding { row: number; column: number | null; said: string; wrong: boolean }
export interface Step { row: number; name: string | null; outcome: Outcome; changes: string[] }
export interface Checked {
	counts: Record<Outcome, number>;
	agreed: string;
	wrong: number;
	findings: Finding[];
	more: number;
	steps: Step[];
	done: boolean;
}
export interface Progress { phase: 'reading' | 'writing'; done: number; of: number }

/** This file is not read, and why: in words for the person. */
export class FileRefused extends Error {}

export async function lookAt(file: File): Promise<Looked> {
	return (await (await sent('look', file, {})).json()) as Looked;
}

/** What a file would do, or with `agreed` what it did. `told` hears how far it is. */
export function work(step: 'check' | 'carry-out', file: File, query: Record<string, string>, told: (progress: Progress) => void, stop: AbortSignal): Promise<Checked> {
	return afterPasskey(async () => lastOf(await sent(step, file, query, stop), told));
}

async function sent(step: string, file: File, query: Record<string, string>, stop?: AbortSignal): Promise<Response> {
	const late = AbortSignal.timeout(TIMEOUT_MS);
	const response = await reach(`/register/import/${step}?${new URLSearchParams(query)}`, {
		method: 'POST',
		headers: { 'X-Vrijplaats': '1', 'Content-Type': 'application/octet-stream' },
		body: file,
		signal: stop ? AbortSignal.any([late, stop]) : late
	});
	if (response.ok) return response;
	const text = await response.text();
	const errors = errorsIn(text);
	if (errors[0]?.extensions?.code === 'FILE_REFUSED') throw new FileRefused(errors[0].message);
	throw errors.length > 0 ? failureOf(errors) : failureOfStatus(response.status, text);
}

/** Lines of JSON as they come; the last one is what it was for. */
async function lastOf(response: Response, told: (progress: Progress) => void): Promise<Checked> {
	let rest = '';
	let found: Checked | null = null;
	const read = (line: string): void => {
		const said = JSON.parse(line) as Progress | Checked | { error: { code: string; message: string } };
		if ('error' in said) throw said.error.code === 'FILE_REFUSED' ? new FileRefused(said.error.message) : failureOf([{ message: said.error.message, extensions: { code: said.error.code } }]);
		if ('phase' in said) told(said);
		else found = said;
	};
	try {
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			const lines = (rest + part.value).split('\n');
			rest = lines.pop() ?? '';
			lines.forEach(read);
		}
	} catch (error) {
		throw error instanceof TypeError ? new Failure('offline') : error;
	}
	if (!found) throw new Failure('offline');
	return found;
}

function errorsIn(text: string): GraphQLErrorShape[] {
	try {
		return (JSON.parse(text) as { errors?: GraphQLErrorShape[] }).errors ?? [];
	} catch {
		return [];
	}
}
