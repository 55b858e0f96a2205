/**
 * What a page shows that is the same for everybody who may read as much of it, kept in this process. A key names the
 * version of the item, so nothing is ever dropped for being old: a change makes a new key, and what is no longer
 * asked for goes when room is needed. People's names and pictures and related items are not part of the version: they
 * may lag by {@link lifetime}.
 */
export interface Bounded<T> {
	get(key: string): T | undefined;
	set(key: string, value: T, bytes: number): void;
	clear(): void;
	readonly size: { entries: number; bytes: number };
}

/** Milliseconds that an entry is used. */
export const lifetime = 60_000;

/** @param maxBytes what the entries may weigh together; the least recently read go first */
export function bounded<T>(maxBytes: number): Bounded<T> {
	const entries = new Map<string, { value: T; bytes: number; until: number }>();
	let bytes = 0;
	const remove = (key: string) => {
		const entry = entries.get(key);
		if (!entry) return;
		bytes -= entry.bytes;
		entries.delete(key);
	};
	return {
		get(key) {
			const entry = entries.get(key);
			if (!entry) return undefined;
			if (entry.until < Date.now()) {
				remove(key);
				return undefined;
			}
			entries.delete(key);
			entries.set(key, entry);
			return entry.value;
		},
		set(key, value, weight) {
			remove(key);
			// One giant must not push out everything else.
			if (weight > maxBytes / 8) return;
			entries.set(key, { value, bytes: weight, until: Date.now() + lifetime });
			bytes += weight;
			for (const oldest of entries.keys()) {
				if (bytes <= maxBytes) break;
				remove(oldest);
			}
		},
		clear() {
			entries.clear();
			bytes = 0;
		},
		get size() {
			return { entries: entries.size, bytes };
		},
	};
}
