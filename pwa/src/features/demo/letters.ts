import { reach } from '#lib/api';

/** A letter of the demo, which reached nobody. */
export interface Letter {
	id: string;
	to: string;
	name: string;
	subject: string;
	sent_at: string;
	text: string;
}

export async function letters(): Promise<Letter[]> {
	const response = await reach('/demo/mail', { headers: { Accept: 'application/json' } });
	if (response.status === 404) return []; // not the demo
	if (!response.ok) throw new Error(`letters ${response.status}`);
	return (await response.json()) as Letter[];
}

/** A line of a letter, or an address in it that can be followed. */
export interface Piece {
	text: string;
	href: string | null;
}

/** Only addresses of this very program are made to be followed: a letter is not to be trusted further. */
export function pieces(text: string, origin: string): Piece[] {
	return text
		.split(/(https?:\/\/[^\s<>"]+)/)
		.filter((part) => part !== '')
		.map((part) => ({ text: part, href: part.startsWith(`${origin}/`) ? part : null }));
}
