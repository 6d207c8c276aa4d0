// A provider as organisations run one: oidc-provider, strict about what it is asked. For tests only.
// argv: the redirect addresses it knows, as JSON. Says "ready <issuer>" once it answers.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const here = createRequire(pathToFileURL(`${process.env.PWA}/package.json`));
const { Provider } = await import(pathToFileURL(here.resolve('oidc-provider')).href);

const PEOPLE = { anja: 'anja@humanitas.example', bram: 'bram@humanitas.example', cor: 'anja@humanitas.example' };
const key = (kind, options, more) => ({ ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), ...more });

const server = createServer().listen(0, '127.0.0.1', () => {
	const issuer = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: 'vrijplaats',
				client_secret: 'een:geheim/van+de%organisatie',
				redirect_uris: JSON.parse(process.argv[2])
			},
			{
				client_id: 'vrijplaats-es256',
				client_secret: 'een-ander-geheim',
				id_token_signed_response_alg: 'ES256',
				redirect_uris: JSON.parse(process.argv[2])
			}
		],
		jwks: {
			keys: [
				key('rsa', { modulusLength: 2048 }, { kid: 'rsa', use: 'sig', alg: 'RS256' }),
				key('ec', { namedCurve: 'P-256' }, { kid: 'ec', use: 'sig', alg: 'ES256' })
			]
		},
		cookies: { keys: ['only for tests'] },
		pkce: { required: () => true },
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
		enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
		ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
		findAccount: (_ctx, id) =>
			id in PEOPLE ? { accountId: id, claims: () => ({ sub: id, email: PEOPLE[id], email_verified: true, name: id }) } : undefined,
		// nobody is asked what they agree to: the organisation did when it was set up
		loadExistingGrant: async (ctx) => {
			const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
			grant.addOIDCScope('openid email profile');
			await grant.save();
			return grant;
		}
	});
	server.on('request', provider.callback());
	console.log(`ready ${issuer}`);
});
// whoever started it is gone
process.stdin.on('end', () => process.exit(0)).resume();
