/**
 * What this phone keeps: answers that still have to go, the lists that can be read without a line, half-filled forms.
 * Opened for each piece of work and closed after it, so that signing out can delete it whatever else is open.
 */
const NAME = 'vrijplaats';
const VERSION = 1;

export type StoreName = 'outbox' | 'kept' | 'drafts';

/**
 * One piece of work in one transaction; `work` waits for nothing but requests to this store. On disk when it is over.
 * Where nothing is kept nothing is done, and the answer is undefined: whoever looks or tidies may come a moment after
 * somebody signed out, and makes nothing anew. What keeps something is `keeping`.
 */
export async function within<Result>(
	name: StoreName,
	mode: 'readonly' | 'readwrite',
	work: (store: IDBObjectStore) => Promise<Result> | Result
): Promise<Result | undefined> {
	const database = await open(false).catch((error: unknown) => {
		if ((error as DOMException).name !== 'AbortError') throw error;
		return undefined;
	});
	return database && inOne(database, name, mode, work);
}

/** The same, of who keeps something here, and is here. */
export async function keeping<Result>(name: StoreName, work: (store: IDBObjectStore) => Promise<Result> | Result): Promise<Result> {
	return inOne(await open(true), name, 'readwrite', work);
}

async function inOne<Result>(
	database: IDBDatabase,
	name: StoreName,
	mode: 'readonly' | 'readwrite',
	work: (store: IDBObjectStore) => Promise<Result> | Result
): Promise<Result> {
	try {
		const transaction = database.transaction(name, mode, { durability: 'strict' });
		const over = overWith(transaction);
		over.catch(() => undefined);
		const result = await work(transaction.objectStore(name));
		await over;
		return result;
	} finally {
		database.close();
	}
}

/** The answer to one request. */
export function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** Whether anything was ever kept; asking makes nothing. */
export async function exists(): Promise<boolean> {
	const all = await indexedDB.databases?.();
	return all ? all.some(({ name }) => name === NAME) : true;
}

export async function remove(): Promise<void> {
	await asked(indexedDB.deleteDatabase(NAME));
}

function open(make: boolean): Promise<IDBDatabase> {
	const request = indexedDB.open(NAME, VERSION);
	request.onupgradeneeded = ({ oldVersion }) => {
		if (!make && oldVersion === 0) return request.transaction?.abort();
		// in the order in which they were given
		request.result.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
		request.result.createObjectStore('kept');
		request.result.createObjectStore('drafts');
	};
	return asked(request);
}

function overWith(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error);
	});
}
