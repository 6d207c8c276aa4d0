/** "2 koppelingen"; null for none, which is not worth a word. */
export function many(count: number, one: string, more: string): string | null {
	return count === 0 ? null : `${count} ${count === 1 ? one : more}`;
}
