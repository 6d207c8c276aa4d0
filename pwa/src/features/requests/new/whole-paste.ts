/**
 * For fields of one line: the browser would glue pasted lines together and lose where they ended.
 * Here every line end becomes a space, so that nothing is lost and words stay words.
 */
export function keepWholePaste(event: ClipboardEvent & { currentTarget: HTMLInputElement }): void {
	const text = event.clipboardData?.getData('text/plain') ?? '';
	if (!text.includes('\n')) return;
	event.preventDefault();
	const field = event.currentTarget;
	const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
	field.setRangeText(text.replace(/\s*\r?\n\s*/g, ' '), from, to, 'end');
	field.dispatchEvent(new Event('input', { bubbles: true }));
}
