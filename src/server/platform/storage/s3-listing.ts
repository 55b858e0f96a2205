import { SaxesParser } from 'saxes';

export interface Listing {
	objects: { key: string; bytes: number }[];
	/** Asks for what follows. */
	next: string | undefined;
}

/** Reads the answer to ListObjectsV2. */
export function readListing(xml: string): Listing {
	const listing: Listing = { objects: [], next: undefined };
	let text = '';
	let key = '';
	let bytes = 0;
	const parser = new SaxesParser();
	parser.on('opentag', () => {
		text = '';
	});
	parser.on('text', (more) => {
		text += more;
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'Key') key = text;
		else if (name === 'Size') bytes = Number(text);
		else if (name === 'Contents') listing.objects.push({ key, bytes });
		else if (name === 'NextContinuationToken') listing.next = text;
		text = '';
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	return listing;
}
