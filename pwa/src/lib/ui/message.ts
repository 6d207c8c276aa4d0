/** A problem's message as an answer: its first sentence large, the rest below. */
export function splitMessage(message: string): { title: string; rest: string } {
	const end = message.search(/[.!?](\s|$)/);
	if (end < 0) return { title: message, rest: '' };
	return { title: message.slice(0, end), rest: message.slice(end + 1).trim() };
}
