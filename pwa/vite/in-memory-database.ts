/** IndexedDB for tests, which run where there is none: as much of it as lib/offline/database.ts asks for. */

type Key = string | number;

interface Pending {
	result?: unknown;
	onsuccess?: () => void;
}

class Store {
	readonly #rows = new Map<Key, unknown>();
	readonly #keyPath: string | undefined;
	#next = 1;

	constructor(keyPath?: string) {
		this.#keyPath = keyPath;
	}

	get(key: Key): unknown {
		return structuredClone(this.#rows.get(key));
	}

	getAll(): unknown[] {
		return structuredClone([...this.#rows.values()]);
	}

	put(value: Record<string, unknown>, key?: Key): Key {
		const kept: Record<string, unknown> = structuredClone(value);
		const at = this.#keyPath === undefined ? key : ((kept[this.#keyPath] ??= this.#next++) as Key);
		if (at === undefined) throw new DOMException('no key', 'DataError');
		this.#rows.set(at, kept);
		return at;
	}

	delete(key: Key): void {
		this.#rows.delete(key);
	}

	clear(): void {
		this.#rows.clear();
	}
}

/** Over when nothing was asked in it any more. */
class Transaction {
	oncomplete?: () => void;
	#waiting = 0;
	readonly #stores: Map<string, Store>;

	constructor(stores: Map<string, Store>) {
		this.#stores = stores;
		this.#look();
	}

	objectStore(name: string): Record<string, (...given: never[]) => Pending> {
		const store = this.#stores.get(name);
		if (!store) throw new DOMException(name, 'NotFoundError');
		const { get, getAll, put, clear } = store;
		const verbs = { get, getAll, put, add: put, delete: store.delete, clear };
		return Object.fromEntries(
			Object.entries(verbs).map(([verb, work]) => [verb, (...given: never[]) => this.#ask(() => (work as () => unknown).apply(store, given as []))])
		);
	}

	#ask(work: () => unknown): Pending {
		const pending: Pending = { result: work() };
		this.#waiting += 1;
		queueMicrotask(() => {
			this.#waiting -= 1;
			pending.onsuccess?.();
			this.#look();
		});
		return pending;
	}

	#look(): void {
		setTimeout(() => this.#waiting === 0 && this.oncomplete?.());
	}
}

/** A browser in which nothing was kept yet. */
export function inMemory(): IDBFactory {
	const stores = new Map<string, Store>();
	const database = {
		createObjectStore: (name: string, options?: { keyPath: string }) => stores.set(name, new Store(options?.keyPath)),
		transaction: () => new Transaction(stores),
		close: () => undefined
	};
	const open = (): unknown => {
		let stopped = false;
		const request = {
			result: database,
			error: new DOMException('nothing is made', 'AbortError'),
			transaction: { abort: () => void (stopped = true) },
			onupgradeneeded: (_change: { oldVersion: number }): unknown => undefined,
			onsuccess: (): unknown => undefined,
			onerror: (): unknown => undefined
		};
		queueMicrotask(() => {
			if (stores.size === 0) request.onupgradeneeded({ oldVersion: 0 });
			if (stopped) request.onerror();
			else request.onsuccess();
		});
		return request;
	};
	return { open } as unknown as IDBFactory;
}
