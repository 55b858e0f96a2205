/** A finished answer, ready to be written to a socket. */
export interface CachedPage {
	body: Buffer;
	contentType: string;
	etag: string;
	/** Compressed once, on first demand. */
	gzip?: Buffer;
	brotli?: Buffer;
}

interface Entry {
	page: CachedPage;
	tags: string[];
	expires: number;
	bytes: number;
}

/**
 * Pages that look the same for every visitor, kept until one of their tags is dropped. A tag names what the
 * page shows (`item:12`, `feeds`, `space:3`); domain events drop tags the moment they are committed.
 */
export interface PageCache {
	get(key: string): CachedPage | undefined;
	/** Take before reading the data of a page; a page whose data changed meanwhile is then not kept. */
	begin(): number;
	set(key: string, page: CachedPage, tags: string[], ttlSeconds: number, begun: number): void;
	drop(tags: Iterable<string>): void;
	clear(): void;
	readonly size: { entries: number; bytes: number };
}

/** @param maxBytes what the bodies may weigh together; the least recently read go first */
export function openPageCache(maxBytes = 20 * 1024 * 1024): PageCache {
	const entries = new Map<string, Entry>();
	const byTag = new Map<string, Set<string>>();
	let droppedAt = new Map<string, number>();
	let forgottenBefore = 0;
	let sequence = 0;
	let bytes = 0;

	function remove(key: string): void {
		const entry = entries.get(key);
		if (!entry) return;
		entries.delete(key);
		bytes -= entry.bytes;
		for (const tag of entry.tags) {
			const keys = byTag.get(tag);
			keys?.delete(key);
			if (keys?.size === 0) byTag.delete(tag);
		}
	}

	return {
		get(key) {
			const entry = entries.get(key);
			if (!entry) return undefined;
			if (entry.expires < Date.now()) {
				remove(key);
				return undefined;
			}
			entries.delete(key);
			entries.set(key, entry);
			return entry.page;
		},
		begin: () => sequence,
		set(key, page, tags, ttlSeconds, begun) {
			if (begun < forgottenBefore || tags.some((tag) => (droppedAt.get(tag) ?? -1) > begun)) return;
			remove(key);
			// Three forms of the body may be held: as it is, gzip, brotli.
			const entry: Entry = {
				page,
				tags,
				expires: Date.now() + ttlSeconds * 1000,
				bytes: page.body.length * 1.6 + 512,
			};
			if (entry.bytes > maxBytes / 8) return;
			entries.set(key, entry);
			bytes += entry.bytes;
			for (const tag of tags) {
				const keys = byTag.get(tag);
				if (keys) keys.add(key);
				else byTag.set(tag, new Set([key]));
			}
			for (const oldest of entries.keys()) {
				if (bytes <= maxBytes) break;
				remove(oldest);
			}
		},
		drop(tags) {
			sequence += 1;
			for (const tag of tags) {
				droppedAt.set(tag, sequence);
				for (const key of [...(byTag.get(tag) ?? [])]) remove(key);
			}
			if (droppedAt.size > 10_000) {
				droppedAt = new Map();
				forgottenBefore = sequence + 1;
				sequence += 1;
			}
		},
		clear() {
			sequence += 1;
			forgottenBefore = sequence;
			entries.clear();
			byTag.clear();
			bytes = 0;
		},
		get size() {
			return { entries: entries.size, bytes };
		},
	};
}
