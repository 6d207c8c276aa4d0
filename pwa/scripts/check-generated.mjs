/** Fails when src/lib/gql is not what codegen would write from ../schema.graphql and the .graphql files. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMITTED = 'src/lib/gql';
const fresh = mkdtempSync(join(tmpdir(), 'vrijplaats-gql-'));

try {
	execFileSync(process.execPath, ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts'], {
		env: { ...process.env, GENERATED_INTO: `${fresh}/` },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const stale = readdirSync(fresh).filter((name) => text(COMMITTED, name) !== text(fresh, name));
	if (stale.length > 0) {
		console.error(`Not current in ${COMMITTED}: ${stale.join(', ')}. Run: npm run codegen`);
		process.exitCode = 1;
	}
} finally {
	rmSync(fresh, { recursive: true });
}

function text(folder, name) {
	try {
		return readFileSync(join(folder, name), 'utf8');
	} catch {
		return null;
	}
}
