/** Answers whether an item may be given; the `filter` of `recommend`. */
export type Filter = (item: number) => boolean;

/** Every one must agree. */
export function allOf(...filters: readonly Filter[]): Filter {
	return (item) => filters.every((filter) => filter(item));
}

export function noneOf(items: Iterable<number>): Filter {
	const set = new Set(items);
	return (item) => !set.has(item);
}

export function oneOf(items: Iterable<number>): Filter {
	const set = new Set(items);
	return (item) => set.has(item);
}

/** Items whose value (price, difficulty, publication) lies in [low, high]; items without one are left out. */
export function within(values: ArrayLike<number>, low: number, high: number): Filter {
	return (item) => values[item]! >= low && values[item]! <= high;
}
