import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types and the manifest of known documents, from the committed schema and the .graphql files beside their screens. */
const config: CodegenConfig = {
	schema: '../schema.graphql',
	documents: ['src/**/*.graphql'],
	ignoreNoDocuments: true,
	generates: {
		[process.env.GENERATED_INTO ?? 'src/lib/gql/']: {
			preset: 'client',
			presetConfig: {
				persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
				fragmentMasking: false
			},
			config: {
				documentMode: 'string',
				useTypeImports: true,
				enumsAsTypes: true,
				scalars: { ID: 'string', DateTime: 'string', Date: 'string' }
			}
		}
	}
};
export default config;
