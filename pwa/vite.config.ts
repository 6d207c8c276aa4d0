import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { ahead } from './vite/ahead.ts';
import { actsWhenLoaded, forAnswers, forNarrowing, forNoLine, forSelects, inMe, inMoreOfMe, inTheAccounts, inTheBase, inTheOffers, inTheOverview, inTheVisits, ofJoining, ofPeople, ofWhen } from './vite/chunks.ts';
import { oneDocumentAModule } from './vite/documents.ts';
import { inline } from './vite/inline.ts';
import { kitPacksJson } from './vite/kit-packs-json.ts';
import { kitReadsItsVersion } from './vite/kit-reads-its-version.ts';
import { never } from './vite/never.ts';

// The only style attribute in the app: on the element with which Kit tells screen readers where one is.
const ANNOUNCER_STYLE_HASH = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** Names this build: a worker of another build keeps another shell. */
const BUILD = Date.now().toString(36);
const FIVE_MINUTES = 300_000;

export default defineConfig({
	define: { __BUILD__: JSON.stringify(BUILD) },
	plugins: [
		oneDocumentAModule(),
		kitPacksJson(),
		kitReadsItsVersion(),
		never(),
		ahead(),
		sveltekit({
			compilerOptions: { runes: true },
			adapter: adapter({ fallback: 'index.html', precompress: true }),
			version: { name: BUILD, pollInterval: FIVE_MINUTES },
			// lib/shell/on-device.ts says on which devices
			serviceWorker: { register: false },
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self', inline('script')],
					'style-src': ['self', inline('style'), 'unsafe-hashes', ANNOUNCER_STYLE_HASH],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'require-trusted-types-for': ['script'],
					'trusted-types': ['svelte-trusted-html', 'vrijplaats-worker']
				}
			}
		})
	],
	environments: {
		client: {
			build: {
				// with few chunks there is nothing to fetch ahead, and the lists of what to fetch would weigh 0.5 KB
				modulePreload: false,
				rolldownOptions: {
					preserveEntrySignatures: 'allow-extension',
					output: {
						codeSplitting: {
							groups: [
								{ name: 'selects', test: forSelects, priority: 1, includeDependenciesRecursively: false },
								{ name: 'base', test: inTheBase },
								{ name: 'offers', test: inTheOffers },
								{ name: 'answers', test: forAnswers, includeDependenciesRecursively: false },
								{ name: 'me', test: inMe, includeDependenciesRecursively: false },
								{ name: 'more-of-me', test: inMoreOfMe, includeDependenciesRecursively: false },
								{ name: 'accounts', test: inTheAccounts, includeDependenciesRecursively: false },
								{ name: 'no-line', test: forNoLine, includeDependenciesRecursively: false },
								{ name: 'visits', test: inTheVisits, includeDependenciesRecursively: false },
								{ name: 'narrowing', test: forNarrowing, includeDependenciesRecursively: false },
								{ name: 'overview', test: inTheOverview, includeDependenciesRecursively: false },
								{ name: 'people', test: ofPeople, includeDependenciesRecursively: false },
								{ name: 'joining', test: ofJoining, includeDependenciesRecursively: false },
								{ name: 'when', test: ofWhen, includeDependenciesRecursively: false }
							]
						}
					},
					treeshake: { moduleSideEffects: actsWhenLoaded }
				}
			}
		}
	},
	server: {
		proxy: Object.fromEntries(
			['/graphql', '/demo', '/sign-out'].map((path) => [path, process.env.BACKEND ?? 'http://localhost:8000'])
		)
	},
	test: { include: ['src/**/*.test.ts'], setupFiles: ['vite/test-setup.ts'], environment: 'node' }
});
