/** Letters as keys can be in the way of who speaks to the computer: they can be turned off, until the page is loaded anew. */
class Shortcuts {
	on = $state(true);
}
export const shortcuts = new Shortcuts();

export type Shortcut = 'down' | 'up' | 'find' | 'help';
const KEYS: Record<string, Shortcut> = { j: 'down', k: 'up', '/': 'find', '?': 'help' };

/** What a key asks for; null when it is typed, meant for a dialog, part of a combination, or turned off. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>, on = shortcuts.on): Shortcut | null {
	if (!on || event.ctrlKey || event.metaKey || event.altKey) return null;
	const target = event.target instanceof Element ? event.target : null;
	if (target?.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')) return null;
	if (document.querySelector('dialog[open]')) return null;
	return KEYS[event.key] ?? null;
}
