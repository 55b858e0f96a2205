/** What a discount may be for, by the value that its form sends: `item:12`. */
export interface ThingChoice {
	value: string;
	label: string;
}

interface Offered {
	sells: string;
	title: string;
	itemId: number | null;
	spaceId: number | null;
	bundleId: number | null;
}

/** Each thing of some offers once. */
export function thingsOf(offers: readonly Offered[]): ThingChoice[] {
	const found = new Map<string, string>();
	for (const { title, itemId, spaceId, bundleId } of offers) {
		if (itemId !== null) found.set(`item:${itemId}`, title);
		else if (spaceId !== null) found.set(`space:${spaceId}`, title);
		else if (bundleId !== null) found.set(`bundle:${bundleId}`, title);
	}
	return [...found].map(([value, label]) => ({ value, label }));
}
