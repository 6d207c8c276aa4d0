import { expect, test } from 'vitest';
import { phone } from './phone';

test.each([
	['+31612345678', '06 12345678'],
	['+31850005117', '085 000 5117'],
	['+31201234567', '020 123 4567'],
	['+31592123456', '0592 123 456'],
	['+3225020000', '+3225020000'],
	['112', '112']
])('%s is read as %s', (number, read) => expect(phone(number)).toBe(read));
