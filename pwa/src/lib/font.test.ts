import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const OURS = 'static/fonts/nunito-latin.woff2';
const PACKAGE = 'node_modules/@fontsource/nunito/files/nunito-latin-700-normal.woff2';

test('the letters of headings are the package’s Latin subset in their one weight, at most 16 KB', () => {
	const font = readFileSync(OURS);
	expect(font.equals(readFileSync(PACKAGE))).toBe(true);
	expect(font.length).toBeLessThanOrEqual(16 * 1024);
});
