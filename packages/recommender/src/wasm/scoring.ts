import {
	type Code,
	f32,
	f32x4,
	i16x8,
	i32,
	i32x4,
	pointerLoop,
	wasmFunction,
	when,
	whileLoop,
} from './assembler.ts';

/** c = a B for one row: four panels of 8 columns at a time, so that no sum waits for itself. `panels` is a multiple of 4. */
export function multiplyOne() {
	return wasmFunction('multiplyOne', ['i32', 'i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [a, b, c, panels, depth] = f.params;
		const sums = f.locals('v128', 8);
		const value = f.local('v128');
		const [panel, end, at, atEnd, target] = f.locals('i32', 5);
		const pointers = f.locals('i32', 4);
		const panelBytes = i32.shl(depth!.get, i32.const(5));
		const inner: Code = [
			...value.set(f32x4.loadSplat(at!.get)),
			...pointers.flatMap((pointer, n) => [
				...sums[2 * n]!.set(f32x4.multiplyAdd(value.get, f32x4.load(pointer.get), sums[2 * n]!.get)),
				...sums[2 * n + 1]!.set(
					f32x4.multiplyAdd(value.get, f32x4.load(pointer.get, 16), sums[2 * n + 1]!.get),
				),
				...pointer.set(i32.add(pointer.get, i32.const(32))),
			]),
		];
		return [
			...panel!.set(b!.get),
			...target!.set(c!.get),
			...end!.set(i32.add(b!.get, i32.mul(panels!.get, panelBytes))),
			...atEnd!.set(i32.add(a!.get, i32.shl(depth!.get, i32.const(2)))),
			...whileLoop(i32.lessThan(panel!.get, end!.get), [
				...sums.flatMap((sum) => sum.set(f32x4.zero)),
				...pointers[0]!.set(panel!.get),
				...pointers.slice(1).flatMap((pointer, n) => pointer.set(i32.add(pointers[n]!.get, panelBytes))),
				...pointerLoop(at!, a!.get, atEnd!.get, 4, inner),
				...sums.flatMap((sum, n) => f32x4.store(target!.get, sum.get, n * 16)),
				...target!.set(i32.add(target!.get, i32.const(128))),
				...panel!.set(i32.add(panel!.get, i32.shl(panelBytes, i32.const(2)))),
			]),
		];
	});
}

/** Writes the places of all scores >= threshold among `count` (a multiple of 16) and answers how many they are. */
export function collect() {
	return wasmFunction('collect', ['i32', 'i32', 'f32', 'i32'], 'i32', (f) => {
		const [scores, count, threshold, out] = f.params;
		const [at, end, next, lane, laneEnd] = f.locals('i32', 5);
		const limit = f.local('v128');
		const reaches = (offset: number) => f32x4.greaterOrEqual(f32x4.load(at!.get, offset), limit.get);
		return [
			...limit.set(f32x4.splat(threshold!.get)),
			...next!.set(out!.get),
			...end!.set(i32.add(scores!.get, i32.shl(count!.get, i32.const(2)))),
			...pointerLoop(
				at!,
				scores!.get,
				end!.get,
				64,
				when(f32x4.anyTrue(f32x4.or(f32x4.or(reaches(0), reaches(16)), f32x4.or(reaches(32), reaches(48)))), [
					...laneEnd!.set(i32.add(at!.get, i32.const(64))),
					...pointerLoop(
						lane!,
						at!.get,
						laneEnd!.get,
						4,
						when(
							[...f32.lessThan(f32.load(lane!.get), threshold!.get), 0x45],
							[
								...next!.get,
								...i32.sub(lane!.get, scores!.get),
								...i32.const(2),
								0x76,
								...[0x36, 2, 0],
								...next!.set(i32.add(next!.get, i32.const(4))),
							],
						),
					),
				]),
			),
			...i32.sub(next!.get, out!.get),
			...i32.const(2),
			0x76,
		];
	});
}

/**
 * What the scores of panels of 8 items can be at most, from items in 8 bits and a query in 16: out = queryScale *
 * scale * (query · item) + length * error + slack. Items lie in pairs of numbers: two of the first, two of the second …
 */
export function upperBounds() {
	return wasmFunction(
		'upperBounds',
		['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f32'],
		undefined,
		(f) => {
			const [query, items, scales, errors, out, count, depth, queryScale, length, slack] = f.params;
			const [item, end, at, atEnd, beside] = f.locals('i32', 5);
			const sums = f.locals('v128', 2);
			const [packed, pair, scaleSplat, lengthSplat, slackSplat] = f.locals('v128', 5);
			const add = (n: number): Code => [
				...packed!.set(f32x4.load(item!.get, n * 16)),
				...pair!.set(f32x4.loadSplat(at!.get, n * 4)),
				...sums[0]!.set(i32x4.add(sums[0]!.get, i32x4.dot(i16x8.extendLow(packed!.get), pair!.get))),
				...sums[1]!.set(i32x4.add(sums[1]!.get, i32x4.dot(i16x8.extendHigh(packed!.get), pair!.get))),
			];
			const bound = (half: number): Code => {
				const place = i32.add(beside!.get, scales!.get);
				const error = i32.add(beside!.get, errors!.get);
				const score = f32x4.mul(f32x4.load(place, half * 16), i32x4.toFloat(sums[half]!.get));
				const room = f32x4.multiplyAdd(lengthSplat!.get, f32x4.load(error, half * 16), slackSplat!.get);
				return f32x4.store(
					i32.add(beside!.get, out!.get),
					f32x4.multiplyAdd(scaleSplat!.get, score, room),
					half * 16,
				);
			};
			return [
				...scaleSplat!.set(f32x4.splat(queryScale!.get)),
				...lengthSplat!.set(f32x4.splat(length!.get)),
				...slackSplat!.set(f32x4.splat(slack!.get)),
				...item!.set(items!.get),
				...atEnd!.set(i32.add(query!.get, i32.shl(depth!.get, i32.const(1)))),
				...end!.set(i32.shl(count!.get, i32.const(2))),
				...pointerLoop(beside!, i32.const(0), end!.get, 32, [
					...sums.flatMap((sum) => sum.set(f32x4.zero)),
					...pointerLoop(at!, query!.get, atEnd!.get, 8, [
						...add(0),
						...add(1),
						...item!.set(i32.add(item!.get, i32.const(32))),
					]),
					...bound(0),
					...bound(1),
				]),
			];
		},
	);
}
