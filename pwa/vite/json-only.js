/** What Kit's client calls of devalue, for an app whose page state is plain JSON. */

/** @param {unknown} value */
export function stringify(value) {
	return JSON.stringify(value);
}

/** @param {string} text */
export function parse(text) {
	return JSON.parse(text);
}

/** Data of a server load: the app is static files and has none. */
export function unflatten() {
	throw new Error('there are no server loads');
}

/** Only a server writes data into a page. */
export const uneval = unflatten;
export const stringifyAsync = unflatten;
