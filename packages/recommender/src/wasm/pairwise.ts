import { f32, f32x4, i32, lanesSum, pointerLoop, wasmFunction } from './assembler.ts';

/**
 * Bayesian personalised ranking: for each triple (user, item, negative) one step of gradient ascent on
 * ln sigmoid(u (i - j) + b_i - b_j), with exp(-z) as 1 / (1 + z/256)^256, which is within 0.8 % up to |z| = 2 and has
 * the right limits. Triples are three consecutive arrays of indexes.
 */
export function pairwiseSteps(width: number) {
	return wasmFunction('pairwise', ['i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32'], undefined, (f) => {
		const [users, items, biases, triples, count, rate, regularisation] = f.params;
		const [triple, end, user, item, other, itemBias, otherBias] = f.locals('i32', 7);
		const [sum, difference, step, keep, u, i, j] = f.locals('v128', 7);
		const [z, power, kept] = f.locals('f32', 3);
		const bytes = width * 4;
		const offsets = Array.from({ length: width / 4 }, (_, lane) => lane * 16);
		const row = (base: typeof users, at: number) =>
			i32.add(base!.get, i32.mul(i32.load(triple!.get, at), i32.const(bytes)));
		const bias = (at: number) => i32.add(biases!.get, i32.shl(i32.load(triple!.get, at), i32.const(2)));
		return [
			...end!.set(i32.add(triples!.get, i32.mul(count!.get, i32.const(12)))),
			...kept!.set(f32.sub(f32.const(1), f32.mul(rate!.get, regularisation!.get))),
			...keep!.set(f32x4.splat(kept!.get)),
			...pointerLoop(triple!, triples!.get, end!.get, 12, [
				...user!.set(row(users, 0)),
				...item!.set(row(items, 4)),
				...other!.set(row(items, 8)),
				...itemBias!.set(bias(4)),
				...otherBias!.set(bias(8)),
				...sum!.set(f32x4.zero),
				...offsets.flatMap((offset) => [
					...difference!.set(f32x4.sub(f32x4.load(item!.get, offset), f32x4.load(other!.get, offset))),
					...sum!.set(f32x4.multiplyAdd(f32x4.load(user!.get, offset), difference!.get, sum!.get)),
				]),
				...z!.set(f32.add(lanesSum(sum!), f32.sub(f32.load(itemBias!.get), f32.load(otherBias!.get)))),
				// e^z as (1 + z / 256)^256 by eight squarings, the base never below 0.
				...power!.set([...f32.add(f32.const(1), f32.mul(z!.get, f32.const(1 / 256))), ...f32.const(0), 0x97]),
				...Array.from({ length: 8 }, () => power!.set(f32.mul(power!.get, power!.get))).flat(),
				// rate * (1 - sigmoid(z)) = rate / (1 + e^z)
				...z!.set(f32.div(rate!.get, f32.add(f32.const(1), power!.get))),
				...step!.set(f32x4.splat(z!.get)),
				...offsets.flatMap((offset) => [
					...u!.set(f32x4.load(user!.get, offset)),
					...i!.set(f32x4.load(item!.get, offset)),
					...j!.set(f32x4.load(other!.get, offset)),
					...f32x4.store(
						user!.get,
						f32x4.multiplyAdd(step!.get, f32x4.sub(i!.get, j!.get), f32x4.mul(keep!.get, u!.get)),
						offset,
					),
					...difference!.set(f32x4.mul(step!.get, u!.get)),
					...f32x4.store(item!.get, f32x4.multiplyAdd(keep!.get, i!.get, difference!.get), offset),
					...f32x4.store(other!.get, f32x4.sub(f32x4.mul(keep!.get, j!.get), difference!.get), offset),
				]),
				...f32.store(itemBias!.get, f32.add(f32.mul(kept!.get, f32.load(itemBias!.get)), z!.get)),
				...f32.store(otherBias!.get, f32.sub(f32.mul(kept!.get, f32.load(otherBias!.get)), z!.get)),
			]),
		];
	});
}
