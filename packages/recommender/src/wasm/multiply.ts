import { type Code, f32x4, i32, pointerLoop, wasmFunction } from './assembler.ts';

/**
 * Dense product. Rows of A lie `strideA` bytes apart; B is packed in panels of 8 columns, each `depth` rows of 8
 * numbers (`depth` a multiple of 4); 4 rows by 8 columns of C are summed in registers at a time.
 */
export function multiplyKernel(name: string, mode: 'set' | 'subtract') {
	return wasmFunction(name, ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'], undefined, (f) => {
		const [a, strideA, b, c, strideC, rows, panels, depth] = f.params as [
			(typeof f.params)[0],
			...typeof f.params,
		] &
			(typeof f.params)[0][];
		const sums = f.locals('v128', 8);
		const [left, right, value] = f.locals('v128', 3);
		const [panel, panelEnd, rowA, rowC, rowEnd, p, pEnd, panelC] = f.locals('i32', 8);
		const rowPointers = f.locals('i32', 4);
		const panelBytes = i32.shl(depth!.get, i32.const(5));
		const inner: Code = [
			...[0, 1, 2, 3].flatMap((k) => [
				...left!.set(f32x4.load(p!.get, k * 32)),
				...right!.set(f32x4.load(p!.get, k * 32 + 16)),
				...rowPointers.flatMap((pointer, row) => [
					...value!.set(f32x4.loadSplat(pointer.get, k * 4)),
					...sums[row * 2]!.set(f32x4.multiplyAdd(value!.get, left!.get, sums[row * 2]!.get)),
					...sums[row * 2 + 1]!.set(f32x4.multiplyAdd(value!.get, right!.get, sums[row * 2 + 1]!.get)),
				]),
			]),
			...rowPointers.flatMap((pointer) => pointer.set(i32.add(pointer.get, i32.const(16)))),
		];
		const put = (row: number): Code => {
			const store = (half: number): Code => {
				const sum = sums[row * 2 + half]!.get;
				return f32x4.store(
					rowPointers[0]!.get,
					mode === 'set' ? sum : f32x4.sub(f32x4.load(rowPointers[0]!.get, half * 16), sum),
					half * 16,
				);
			};
			return [...store(0), ...store(1), ...rowPointers[0]!.set(i32.add(rowPointers[0]!.get, strideC!.get))];
		};
		return [
			...panel!.set(b!.get),
			...panelEnd!.set(i32.add(b!.get, i32.mul(panels!.get, panelBytes))),
			...panelC!.set(c!.get),
			...pointerStep(panel!, panelEnd!, panelBytes, [
				...rowA!.set(a!.get),
				...rowC!.set(panelC!.get),
				...rowEnd!.set(i32.add(a!.get, i32.mul(rows!.get, strideA!.get))),
				...pEnd!.set(i32.add(panel!.get, panelBytes)),
				...pointerStep(rowA!, rowEnd!, i32.shl(strideA!.get, i32.const(2)), [
					...sums.flatMap((sum) => sum.set(f32x4.zero)),
					...rowPointers[0]!.set(rowA!.get),
					...rowPointers[1]!.set(i32.add(rowPointers[0]!.get, strideA!.get)),
					...rowPointers[2]!.set(i32.add(rowPointers[1]!.get, strideA!.get)),
					...rowPointers[3]!.set(i32.add(rowPointers[2]!.get, strideA!.get)),
					...pointerLoop(p!, panel!.get, pEnd!.get, 128, inner),
					...rowPointers[0]!.set(rowC!.get),
					...put(0),
					...put(1),
					...put(2),
					...put(3),
					...rowC!.set(rowPointers[0]!.get),
				]),
				...panelC!.set(i32.add(panelC!.get, i32.const(32))),
			]),
		];
	});
}

type Local = ReturnType<Parameters<Parameters<typeof wasmFunction>[3]>[0]['local']>;

function pointerStep(pointer: Local, end: Local, step: Code, body: Code): Code {
	return [
		0x02,
		0x40,
		0x03,
		0x40,
		...i32.lessThan(pointer.get, end.get),
		0x45,
		0x0d,
		1,
		...body,
		...pointer.set(i32.add(pointer.get, step)),
		0x0c,
		0,
		0x0b,
		0x0b,
	];
}
