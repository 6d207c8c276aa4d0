import { expect, test } from 'vitest';
import { pieces } from './letters';

const HERE = 'http://localhost:8000';

test('an address of ours can be followed, and the text around it stays', () => {
	expect(pieces(`Kom erbij:\n${HERE}/welkom#abc\n\nTot ziens`, HERE)).toEqual([
		{ text: 'Kom erbij:\n', href: null },
		{ text: `${HERE}/welkom#abc`, href: `${HERE}/welkom#abc` },
		{ text: '\n\nTot ziens', href: null }
	]);
});

test('an address of somebody else is text', () => {
	for (const url of ['https://example.org/x', `${HERE}.example.org/x`, 'http://localhost:80001/x']) {
		expect(pieces(url, HERE)).toEqual([{ text: url, href: null }]);
	}
});
