/** A licence as it is shown under a text. */
export interface Licence {
	name: string;
	url: string;
}

const CHANGED_TO_3 = Date.UTC(2011, 3, 8);
const CHANGED_TO_4 = Date.UTC(2018, 4, 2);

const ccBySa = (version: string): Licence => ({
	name: `CC BY-SA ${version}`,
	url: `https://creativecommons.org/licenses/by-sa/${version}/`,
});

/**
 * The licence of a Stack Exchange post: what its row says, else what the network's terms said on that day
 * (2.5 until 8 April 2011, 3.0 until 2 May 2018, 4.0 since).
 */
export function stackExchangeLicence(stated: string | undefined, writtenAt: Date): Licence {
	const version = /^CC BY-SA (\d\.\d)$/.exec(stated ?? '')?.[1];
	if (version) return ccBySa(version);
	if (stated) return { name: stated.slice(0, 100), url: '' };
	const at = writtenAt.getTime();
	return ccBySa(at < CHANGED_TO_3 ? '2.5' : at < CHANGED_TO_4 ? '3.0' : '4.0');
}
