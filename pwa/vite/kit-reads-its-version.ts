import type { Plugin } from 'vite';

const STATE = /\/@sveltejs\/kit\/src\/runtime\/app\/state\/client\.svelte\.js$/;
const CHANGES: readonly (readonly [string, string])[] = [
	["import { version } from '$app/env';", "import { payload } from '../../client/payload.js';"],
	['!== version)', '!== payload.version)']
];

/**
 * Kit keeps the version of the page in a constant, made when its client is loaded: after the page said which version it is,
 * when the two are files apart. In one chunk (chunks.ts) it is made before that, and every look at the server found a new
 * version. So it is read when it is compared.
 */
export function kitReadsItsVersion(): Plugin {
	return {
		name: 'vrijplaats:kit-reads-its-version',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform(code, id) {
			if (!STATE.test(id)) return null;
			for (const [from] of CHANGES) if (!code.includes(from)) this.error(`Kit no longer says “${from}”: look whether this is still needed`);
			return { code: CHANGES.reduce((text, [from, to]) => text.replaceAll(from, to), code), map: null };
		}
	};
}
