import { refuse } from '../errors.ts';

export type Id = string | number;

/** Names outside, dense numbers 0, 1, 2 … inside. Ids keep the order in which they were first seen. */
export class IdMap {
	readonly #indexes = new Map<Id, number>();
	readonly #ids: Id[] = [];

	constructor(ids: Iterable<Id> = []) {
		for (const id of ids) this.add(id);
	}

	get size(): number {
		return this.#ids.length;
	}

	/** The index of an id, which is added when it is new. */
	add(id: Id): number {
		const known = this.#indexes.get(id);
		if (known !== undefined) return known;
		if ((typeof id !== 'string' || id === '') && !Number.isFinite(id))
			refuse(
				'invalid_id',
				`An id is a non-empty string or a finite number, not ${JSON.stringify(id) ?? id}.`,
			);
		this.#ids.push(id);
		this.#indexes.set(id, this.#ids.length - 1);
		return this.#ids.length - 1;
	}

	/** The index of an id, or -1. */
	indexOf(id: Id): number {
		return this.#indexes.get(id) ?? -1;
	}

	idOf(index: number): Id {
		return this.#ids[index] ?? refuse('unknown_item', `There is no id number ${index}.`);
	}

	toArray(): readonly Id[] {
		return this.#ids;
	}
}

/** Ids 0 … size - 1 that stand for themselves. */
export function numberedIds(size: number): IdMap {
	return new IdMap(Array.from({ length: size }, (_, index) => index));
}
