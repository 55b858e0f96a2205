/**
 * Values that are expensive to make, kept in this process while there is room and for a while. A key names the version
 * of what its value was made of, so nothing need ever be dropped for being old: a change makes another key.
 */
export interface Bounded<T> {
	get(key: string): T | undefined;
	set(key: string, value: T, bytes: number): void;
	clear(): void;
	readonly size: { entries: number; bytes: number };
}

/** Milliseconds that an entry is used unless it is said otherwise: so long may lag what no version counts. */
export const lifetime = 60_000;

/**
 * @param maxBytes what the entries may weigh together; the least recently read go first
 * @param milliseconds how long an entry is used
 */
export function bounded<T>(maxBytes: number, milliseconds = lifetime): Bounded<T> {
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
			entries.set(key, { value, bytes: weight, until: Date.now() + milliseconds });
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
