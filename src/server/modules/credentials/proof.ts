import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { base58 } from './base58.ts';
import { loadContext } from './contexts.ts';

/** A document before it is signed. */
export type Unsigned = { '@context': string[] } & Record<string, unknown>;

/** A document with its proof. */
export type Signed = Unsigned & { proof: Proof };

/** Data Integrity proof (W3C Verifiable Credential Data Integrity 1.0). */
export interface Proof {
	type: 'DataIntegrityProof';
	cryptosuite: 'eddsa-rdfc-2022';
	created: string;
	verificationMethod: string;
	proofPurpose: 'assertionMethod';
	proofValue: string;
}

/** Who signs: the key, and where everybody finds its public half. */
export interface SigningKey {
	verificationMethod: string;
	key: KeyObject;
}

async function canonical(document: object): Promise<Buffer> {
	const { default: jsonld } = await import('jsonld');
	// `safe`: a word that no context knows would be left out of what is signed; it is an error instead.
	const quads = await jsonld.canonize(document, {
		algorithm: 'RDFC-1.0',
		format: 'application/n-quads',
		documentLoader: loadContext,
		safe: true,
	});
	return createHash('sha256').update(quads, 'utf8').digest();
}

/** A moment as proofs and credentials write it, in whole seconds. */
export function instant(at: Date): string {
	return `${at.toISOString().slice(0, 19)}Z`;
}

/**
 * Signs a document by eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2): the Ed25519 signature of the
 * hashes of the proof's options and of the document, each as canonical N-Quads (RDFC-1.0).
 *
 * @throws when a word of the document has no meaning in its contexts
 */
export async function signDocument(document: Unsigned, by: SigningKey, at: Date): Promise<Signed> {
	const options = {
		type: 'DataIntegrityProof' as const,
		cryptosuite: 'eddsa-rdfc-2022' as const,
		created: instant(at),
		verificationMethod: by.verificationMethod,
		proofPurpose: 'assertionMethod' as const,
	};
	const [ofOptions, ofDocument] = await Promise.all([
		canonical({ '@context': document['@context'], ...options }),
		canonical(document),
	]);
	const signature = sign(null, Buffer.concat([ofOptions, ofDocument]), by.key);
	return { ...document, proof: { ...options, proofValue: `z${base58(signature)}` } };
}

/** A key from its private half (PKCS #8, base64). */
export function openKey(pkcs8: string): KeyObject {
	return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
}
