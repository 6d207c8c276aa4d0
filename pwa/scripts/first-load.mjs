/** Prints the gzipped JavaScript a phone fetches before it shows a volunteer's first screen. Run after a build. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const ROUTE = process.argv[2] ?? '/uitnodigingen';
const OUT = '.svelte-kit/output/client/';
const manifest = JSON.parse(readFileSync(`${OUT}.vite/manifest.json`, 'utf8'));
const html = readFileSync('build/index.html', 'utf8');

const nodeOf = (path) => Object.keys(manifest).filter((key) => key.endsWith(path));
const files = new Set([...html.matchAll(/\/(_app\/immutable\/[^"]+\.js)/g)].map((match) => match[1]));
const routes = readRoutes();
for (const key of routes) collect(key);

let total = 0;
for (const file of [...files].sort()) {
	const size = gzipSync(readFileSync(OUT + file), { level: 9 }).length;
	total += size;
	console.log(`${String(size).padStart(7)}  ${file}`);
}
console.log(`${String(total).padStart(7)}  first load of ${ROUTE}, gzip (${(total / 1024).toFixed(1)} KB)`);

/** The generated nodes of the layout and of the route. */
function readRoutes() {
	const app = readFileSync('.svelte-kit/generated/build/client-optimized/app.js', 'utf8');
	const found = app.match(new RegExp(`"${ROUTE}": \\[(\\d+)`));
	if (!found) throw new Error(`no route ${ROUTE}`);
	return ['nodes/0.js', 'nodes/1.js', `nodes/${found[1]}.js`].flatMap((name) => nodeOf(`client-optimized/${name}`));
}

function collect(key) {
	const entry = manifest[key];
	if (!entry || files.has(entry.file)) return;
	files.add(entry.file);
	for (const child of entry.imports ?? []) collect(child);
}
