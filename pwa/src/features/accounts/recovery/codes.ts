/** Only the digits of what somebody typed: spaces and dashes between them are theirs to choose. */
export function digitsOf(typed: string): string {
	return typed.replace(/\D/g, '');
}

export function isCode(typed: string): boolean {
	return digitsOf(typed).length === 8;
}

/** In two groups, as one reads them aloud. */
export function grouped(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}
