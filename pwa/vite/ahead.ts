import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;
/** What Vite adds to a chunk: the styles it brings. */
type WithStyles = Chunk & { viteMetadata?: { importedCss: Set<string> } };

const PAGE = /\/src\/routes\/(.*\/)?\+page\.svelte$/;
const LAYOUT_OR_ERROR = /\/src\/routes\/\+(layout|error)\.svelte$/;
const NODE = /\/nodes\/\d+\.js$/;
/** Of what several roles see at one address, a phone on a slow line needs the volunteer's. */
const ON_A_PHONE = /\/features\/[^/]+\/mine\//;

/**
 * Writes ahead.json: for each address the files that its screen is made of. The server names them in the page, so that
 * a phone asks for all of them at once, and not for each after what imports it: docs/decisions/0062.
 */
export function ahead(): Plugin {
	return {
		name: 'vrijplaats:ahead',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle(_, bundle) {
			const chunks = Object.values(bundle).filter((file) => file.type === 'chunk') as WithStyles[];
			const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
			const withModule = (id: string) => chunks.find((chunk) => chunk.moduleIds.includes(id));
			const screens: Record<string, string[]> = {};
			const nodes = chunks.filter(({ facadeModuleId }) => facadeModuleId && NODE.test(facadeModuleId));
			const imports = (id: string) => [...(this.getModuleInfo(id)?.importedIds ?? [])];
			const always = nodes.filter((node) => imports(node.facadeModuleId as string).some((id) => LAYOUT_OR_ERROR.test(id)));
			for (const node of nodes) {
				const made = imports(node.facadeModuleId as string);
				const page = made.find((id) => PAGE.test(id));
				if (!page) continue;
				const found = new Set<string>();
				for (const each of [...always, node]) reach(each, byName, found);
				for (const screen of screensOf(made.flatMap((id) => [...(this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])]))) {
					const chunk = withModule(screen);
					if (chunk) reach(chunk, byName, found);
				}
				screens[`/${(PAGE.exec(page)?.[1] ?? '').replace(/\/$/, '')}`] = [...found];
			}
			this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(screens) });
		}
	};
}

/** What a page shows, where it fetches that by itself: its one screen, or of several the volunteer's. */
function screensOf(ids: string[]): string[] {
	return ids.length === 1 ? ids : ids.filter((id) => ON_A_PHONE.test(id));
}

/** The chunk, all it imports, and their styles. */
function reach(chunk: WithStyles, byName: Map<string, WithStyles>, into: Set<string>): void {
	if (into.has(chunk.fileName)) return;
	into.add(chunk.fileName);
	for (const style of chunk.viteMetadata?.importedCss ?? []) into.add(style);
	for (const name of chunk.imports) {
		const imported = byName.get(name);
		if (imported) reach(imported, byName, into);
	}
}
