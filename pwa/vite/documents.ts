import type { Plugin } from 'vite';

const GENERATED = /\/src\/lib\/gql\/graphql\.ts$/;
const DOCUMENT = /^export const (\w+Document) = (\{"__meta__".*\}) as unknown as .*;$/gm;
const VIRTUAL = 'virtual:document/';

/**
 * Gives every known document a module of its own, so that a screen loads the hashes it sends and not all of them:
 * a hash does not compress, and codegen writes them into one file.
 */
export function oneDocumentAModule(): Plugin {
	const documents = new Map<string, string>();
	return {
		name: 'vrijplaats:one-document-a-module',
		apply: 'build',
		enforce: 'pre',
		resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : null),
		load(id) {
			if (!id.startsWith(`\0${VIRTUAL}`)) return null;
			const name = id.slice(VIRTUAL.length + 1);
			return { code: `export const ${name} = ${documents.get(name)};`, moduleSideEffects: false };
		},
		transform(code, id) {
			if (!GENERATED.test(id)) return null;
			return code.replace(DOCUMENT, (_, name: string, hash: string) => {
				documents.set(name, hash);
				return `export { ${name} } from '${VIRTUAL}${name}';`;
			});
		}
	};
}
