/** How many characters of a text do not fit. */
export function tooMany(text: string, most: number | undefined): number {
	return most === undefined ? 0 : Math.max(0, [...text].length - most);
}

/** Whether somebody tries to send what this field belongs to: with the main button, with Enter, or with Ctrl+Enter. */
export function isAttempt(event: Event | KeyboardEvent, field: HTMLElement): boolean {
	const { target } = event;
	if (!(target instanceof Element) || target.closest('dialog') !== field.closest('dialog')) return false;
	if ('key' in event) return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
	return event.type === 'submit' || target.closest('.button.main') !== null;
}

/**
 * Nothing is said yet about what is chosen. `let problem = $derived<string | null>(unsaid(reason))` holds what is said about
 * this reason, and goes as soon as there is another.
 */
export function unsaid(..._about: unknown[]): null {
	return null;
}
