import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const JSON_ONLY = fileURLToPath(new URL('./json-only.js', import.meta.url));

/**
 * Lets Kit's client keep the state of a page as JSON. It would bring devalue (4 KB gzip) to do so, which also knows
 * dates, maps and cycles: for server loads, remote functions and transport hooks, and we have none of these.
 */
export function kitPacksJson(): Plugin {
	return {
		name: 'vrijplaats:kit-packs-json',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		resolveId: (id) => (id === 'devalue' ? JSON_ONLY : null)
	};
}
