import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * What Svelte and Kit can do and this app never does, left out of what a phone loads: `docs/decisions/0059`.
 * A text that is not there (any more) stops the build: look again at what the new version does.
 */
type Cut = readonly [from: string | RegExp, to: string];

const NO_HYDRATION = fileURLToPath(new URL('./no-hydration.js', import.meta.url));
const HYDRATION = '/svelte/src/internal/client/dom/hydration.js';
const ATTRIBUTES = '/svelte/src/internal/client/dom/elements/attributes.js';

/** Files of Kit's client -> cuts, each with what it is that we do not do. */
const CUTS: Record<string, readonly Cut[]> = {
	'/@sveltejs/kit/src/runtime/client/client.js': [
		// Screens are not rendered by a server: nothing to hydrate, no data in the page.
		['if (data) {\n\t\trestore_reload_scroll();', 'if (false) {\n\t\trestore_reload_scroll();'],
		['should_hydrate ? hydrate : mount', 'mount'],
		['if (should_hydrate) {', 'if (false) {'],
		['if (payload.data) {', 'if (false) {'],
		['server_data_node === undefined && loader[0] ? ', 'false ? '],
		// Routes are paths, not hashes, and no hook reroutes them.
		['app.hash ? decode_hash(new URL(location.href)) : ', ''],
		["app.hash ? url.hash.replace(/^#/, '').replace(/[?#].+/, '') : ", ''],
		["app.hash ? url.hash.replace(/^#/, '') : ", ''],
		['app.hash', 'false'],
		['await get_rerouted_url(url);', 'url;'],
		// No remote functions: nothing to refresh but what a screen's load did.
		[/for (?=\(const \[[^\n]* of cache_entries\()/g, 'if (false) for '],
		['if (options.refreshAll) {\n\t\t// TODO the ticks', 'if (false) {\n\t\t// TODO the ticks'],
		// No response of a load is in the page.
		['started\n\t\t? subsequent_fetch(requested, resolved.href, init)\n\t\t: initial_fetch(requested, init)', 'fetch(resolved, init)'],
		['const requested = fetch_cache_url(resolved, url);', ''],
		// Forms send with a mutation and never navigate; no form actions either.
		["container.addEventListener('submit'", "false && container.addEventListener('submit'"],
		["if (action_result?.type === 'error') {", 'if (false) {'],
		// No shallow routing, no snapshots of a screen.
		['if (opts.shallow) {', 'if (false) {'],
		['if (props.components.some((c) => c?.snapshot)) {', 'if (false) {'],
		// Preloading is at the tap, by app.html: nothing at hovering, at being in view or at once.
		["container.addEventListener('mouseover'", "false && container.addEventListener('mouseover'"],
		['const observer = new IntersectionObserver(', 'const observer = /* @__PURE__ */ new IntersectionObserver('],
		['after_navigate_callbacks.add(after_navigate);\n\tafter_navigate();', '']
	]
};

/** Leaves out of the client what the app never does. */
export function never(): Plugin {
	return {
		name: 'vrijplaats:never',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		load: (id) => (id.endsWith(HYDRATION) ? readFileSync(NO_HYDRATION, 'utf8') : null),
		resolveId(id, importer) {
			// A copy for a spread of attributes over an element, so that only who spreads loads it.
			if (!importer?.endsWith(ATTRIBUTES) || !id.endsWith('/bindings/select.js')) return null;
			return importer.replace(/attributes\.js$/, 'bindings/select.js?spread');
		},
		transform(code, id) {
			const cuts = Object.entries(CUTS).find(([path]) => id.endsWith(path))?.[1];
			return cuts?.reduce((rest, cut) => without(rest, cut, id), code);
		}
	};
}

function without(code: string, [from, to]: Cut, id: string): string {
	const cut = code.replaceAll(from, to);
	if (cut === code) throw new Error(`vite/never.ts: not in ${id}: ${from}`);
	return cut;
}
