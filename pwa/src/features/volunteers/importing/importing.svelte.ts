import { asFailure, type Failure } from '#lib/api';
import { FileRefused, MOST_BYTES, lookAt, work, type Checked, type Looked, type Progress } from './file';
import { t } from './texts';

const NAMES = ['NAME', 'FAMILY_NAME', 'GIVEN_NAME'];

/** An import from file to result. The file stays in the browser; each step sends it again, and nothing else is kept. */
export class Importing {
	file = $state.raw<File | null>(null);
	looked = $state.raw<Looked | null>(null);
	columns = $state<string[]>([]);
	checked = $state.raw<Checked | null>(null);
	progress = $state.raw<Progress | null>(null);
	busy = $state(false);
	/** Why this file goes no further, in words. */
	refused = $state<string | null>(null);
	failure = $state<Failure | null>(null);
	/** What was confirmed was no longer so: the check on screen is a new one. */
	moved = $state(false);
	#stop = new AbortController();

	get step(): 0 | 1 | 2 | 3 {
		return this.checked?.done ? 3 : this.checked ? 2 : this.looked ? 1 : 0;
	}

	get hasName(): boolean {
		return this.columns.some((column) => NAMES.includes(column));
	}

	async choose(file: File): Promise<void> {
		this.reset();
		if (file.size > MOST_BYTES) {
			this.refused = t().tooLarge;
			return;
		}
		await this.#doing(async () => {
			const looked = await lookAt(file);
			this.file = file;
			this.looked = looked;
			this.columns = looked.columns.map((column) => column.guess ?? '');
		});
	}

	/** One thing is one column: who chooses it here takes it away there. */
	set(at: number, value: string): void {
		if (value) this.columns = this.columns.map((other) => (other === value ? '' : other));
		this.columns[at] = value;
	}

	check(): Promise<void> {
		return this.#working('check', {});
	}

	async confirm(): Promise<void> {
		const agreed = this.checked?.agreed ?? '';
		await this.#working('carry-out', { agreed });
		this.moved = this.failure === null && this.refused === null && this.checked?.done === false;
	}

	back(): void {
		this.checked = null;
		this.moved = false;
		this.failure = null;
	}

	/** One step back where there is one, and none while something is underway; gives whether one is still here. */
	stepBack(): boolean {
		if (this.busy) return true;
		if (this.step === 2) this.back();
		else if (this.step === 1) this.reset();
		else return false;
		return true;
	}

	reset(): void {
		this.stop();
		this.file = this.looked = this.checked = this.progress = this.failure = this.refused = null;
		this.moved = false;
	}

	stop(): void {
		this.#stop.abort();
		this.#stop = new AbortController();
	}

	#working(step: 'check' | 'carry-out', query: Record<string, string>): Promise<void> {
		const file = this.file;
		if (!file) return Promise.resolve();
		const columns = this.columns.join(',');
		return this.#doing(async () => {
			this.checked = await work(step, file, { columns, ...query }, (progress) => (this.progress = progress), this.#stop.signal);
		});
	}

	async #doing(what: () => Promise<void>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.failure = this.refused = null;
		this.moved = false;
		const stop = this.#stop;
		try {
			await what();
		} catch (error) {
			if (stop.signal.aborted) return;
			if (error instanceof FileRefused) this.refused = error.message;
			else this.failure = asFailure(error);
		} finally {
			this.busy = false;
			this.progress = null;
		}
	}
}

/** "A", "B", ... "AA": as a spreadsheet names its columns. */
export function letterOf(column: number): string {
	const first = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
	return first + String.fromCharCode(65 + (column % 26));
}
