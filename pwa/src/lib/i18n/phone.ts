/** Dutch places with a code of three digits, and what is dialled like them; all others have four. */
const SHORT = /^(?:1[035]|2[0346]|3[03568]|4[03-6]|5[0358]|7\d|8[2-8]|9[01])/;

/** As one reads it: "06 12345678", "020 123 4567"; a number of another country as it came. */
export function phone(number: string): string {
	const digits = /^\+31([1-9]\d{8})$/.exec(number)?.[1];
	if (!digits) return number;
	if (digits.startsWith('6')) return `06 ${digits.slice(1)}`;
	const code = SHORT.test(digits) ? 2 : 3;
	return `0${digits.slice(0, code)} ${digits.slice(code, code + 3)} ${digits.slice(code + 3)}`;
}
