import { toBytes, toText } from './bytes';
import { Trouble, troubleOf } from './trouble';

/** The options of the server, in which bytes are texts. */
export interface MakeOptions extends Omit<PublicKeyCredentialCreationOptionsJSON, 'timeout'> {
	timeout: number;
}
export interface ShowOptions extends Omit<PublicKeyCredentialRequestOptionsJSON, 'timeout'> {
	timeout: number;
}

export function hasPasskeys(): boolean {
	return typeof PublicKeyCredential !== 'undefined' && 'credentials' in navigator;
}

/** Whether the browser can propose passkeys in a field, without being asked. */
export async function proposes(): Promise<boolean> {
	if (!hasPasskeys()) return false;
	return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

/** Asks the device to make a passkey; the answer as the server reads it. Throws a Trouble. */
export async function make(options: MakeOptions): Promise<object> {
	const made = await asked(options.timeout, () =>
		navigator.credentials.create({
			publicKey: {
				...options,
				challenge: toBytes(options.challenge),
				user: { ...options.user, id: toBytes(options.user.id) },
				excludeCredentials: options.excludeCredentials?.map(described)
			} as PublicKeyCredentialCreationOptions
		})
	);
	const response = made.response as AuthenticatorAttestationResponse;
	return answered(made, {
		clientDataJSON: toText(response.clientDataJSON),
		attestationObject: toText(response.attestationObject),
		transports: response.getTransports?.() ?? []
	});
}

/** Asks the device to show a passkey; with a signal it waits in the field until somebody picks one. Throws a Trouble. */
export async function show(options: ShowOptions, inField?: AbortSignal): Promise<object> {
	const shown = await asked(options.timeout, () =>
		navigator.credentials.get({
			...(inField ? { mediation: 'conditional' as const, signal: inField } : {}),
			publicKey: {
				...options,
				challenge: toBytes(options.challenge),
				allowCredentials: options.allowCredentials?.map(described)
			} as PublicKeyCredentialRequestOptions
		})
	);
	const response = shown.response as AuthenticatorAssertionResponse;
	return answered(shown, {
		clientDataJSON: toText(response.clientDataJSON),
		authenticatorData: toText(response.authenticatorData),
		signature: toText(response.signature),
		userHandle: response.userHandle ? toText(response.userHandle) : null
	});
}

async function asked(timeout: number, ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
	if (!hasPasskeys()) throw new Trouble('unsupported');
	const started = Date.now();
	try {
		const answer = await ask();
		if (answer instanceof PublicKeyCredential) return answer;
	} catch (error) {
		throw troubleOf(error, Date.now() - started >= timeout);
	}
	throw new Trouble('cancelled');
}

function answered(credential: PublicKeyCredential, response: object): object {
	return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, clientExtensionResults: {}, response };
}

function described(known: PublicKeyCredentialDescriptorJSON): object {
	return { ...known, id: toBytes(known.id) };
}
