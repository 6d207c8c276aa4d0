import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const OURS = 'static/fonts/nunito-latin.woff2';
const PACKAGE = 'node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2';

test('the letters of headings are the package’s Latin subset and at most 40 KB', () => {
	const font = readFileSync(OURS);
	expect(font.equals(readFileSync(PACKAGE))).toBe(true);
	expect(font.length).toBeLessThanOrEqual(40 * 1024);
});
