/** "2 koppelingen"; null for none, which is not worth a word. */
export function many(count: number, one: string, more: string): string | null {
	return count === 0 ? null : `${count} ${count === 1 ? one : more}`;
}

/** "a, b en c". */
export function together(parts: readonly string[], and: string): string {
	return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
