import { reach } from '#lib/api/call.ts';

export type Trouble = 'unknown' | 'often' | 'offline' | 'broken';

const OURS = { 'X-Vrijplaats': '1', 'Content-Type': 'application/json' };
const BY_STATUS: Record<number, Trouble> = { 404: 'unknown', 429: 'often' };

/** Chooses with the link of a letter whether they come; signs nobody in. Null when it is so. */
export async function chooseByLink(link: string, wanted: boolean): Promise<Trouble | null> {
	try {
		const { ok, status } = await reach('/letters/choose', { method: 'POST', headers: OURS, body: JSON.stringify({ link, wanted }) });
		return ok ? null : (BY_STATUS[status] ?? 'broken');
	} catch {
		return 'offline';
	}
}
