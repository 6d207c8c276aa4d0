/** What the fields of a new prison become. */

const MOST = 60;

/** A code from a name, as a suggestion: "PI Veenhuizen, locatie Esserheem" becomes "pi-veenhuizen-esserheem". */
export function codeOf(name: string): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain
		.replace(/\blocatie\b/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MOST)
		.replace(/^-+|-+$/g, '');
}

/** A number of degrees, with a point or a comma; null when it is none. */
export function degrees(text: string): number | null {
	const plain = text.trim().replace(',', '.');
	return /^-?\d{1,3}(\.\d{1,12})?$/.test(plain) ? Number(plain) : null;
}
