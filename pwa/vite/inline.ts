import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What stands in the page itself, as its content security policy names it: the style or the script of app.html. */
export function inline(element: 'style' | 'script'): `sha256-${string}` {
	const page = readFileSync(new URL('../src/app.html', import.meta.url), 'utf-8');
	const source = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(page)?.[1] ?? '';
	return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
