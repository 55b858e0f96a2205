const numbers = new WeakMap<object, number>();
let last = 0;

/** A number that this object has for as long as it lives, and no other object ever had in this process. */
export function numberOf(object: object): number {
	let number = numbers.get(object);
	if (number === undefined) {
		number = ++last;
		numbers.set(object, number);
	}
	return number;
}
