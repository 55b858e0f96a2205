// Just enough of an assembler for WebAssembly to write numeric kernels as TypeScript: expressions are byte lists.

export type Code = readonly number[];
export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

const typeBytes: Record<ValueType, number> = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b };

export interface Local {
	readonly index: number;
	readonly get: Code;
	set(value: Code): Code;
	tee(value: Code): Code;
}

export interface FunctionBuilder {
	readonly params: readonly Local[];
	local(type: ValueType): Local;
	locals(type: ValueType, count: number): Local[];
}

interface Compiled {
	name: string;
	params: readonly ValueType[];
	result: ValueType | undefined;
	locals: ValueType[];
	body: Code;
}

/** A function of a module; `write` gives its body. */
export function wasmFunction(
	name: string,
	params: readonly ValueType[],
	result: ValueType | undefined,
	write: (f: FunctionBuilder) => Code,
): Compiled {
	const locals: ValueType[] = [];
	const at = (index: number): Local => ({
		index,
		get: [0x20, ...unsigned(index)],
		set: (value) => [...value, 0x21, ...unsigned(index)],
		tee: (value) => [...value, 0x22, ...unsigned(index)],
	});
	const local = (type: ValueType) => {
		locals.push(type);
		return at(params.length + locals.length - 1);
	};
	const body = write({
		params: params.map((_, index) => at(index)),
		local,
		locals: (type, count) => Array.from({ length: count }, () => local(type)),
	});
	return { name, params, result, locals, body };
}

/** The bytes of a module that imports a shared memory as `env.memory` and exports the functions. */
export function wasmModule(functions: readonly Compiled[]): Uint8Array<ArrayBuffer> {
	const section = (id: number, items: readonly Code[]): number[] => {
		const content = [...unsigned(items.length), ...items.flat()];
		return [id, ...unsigned(content.length), ...content];
	};
	const text = (value: string) => [...unsigned(value.length), ...new TextEncoder().encode(value)];
	return Uint8Array.from([
		...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
		...section(
			1,
			functions.map(({ params, result }) => [
				0x60,
				...unsigned(params.length),
				...params.map((type) => typeBytes[type]),
				...(result ? [1, typeBytes[result]] : [0]),
			]),
		),
		...section(2, [[...text('env'), ...text('memory'), 0x02, 0x03, ...unsigned(0), ...unsigned(65_536)]]),
		...section(
			3,
			functions.map((_, index) => unsigned(index)),
		),
		...section(
			7,
			functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]),
		),
		...section(
			10,
			functions.map(({ locals, body }) => {
				const code = [
					...unsigned(locals.length),
					...locals.flatMap((type) => [1, typeBytes[type]]),
					...body,
					0x0b,
				];
				return [...unsigned(code.length), ...code];
			}),
		),
	]);
}

function unsigned(value: number): number[] {
	const bytes = [];
	let rest = value;
	do {
		const byte = rest & 0x7f;
		rest >>>= 7;
		bytes.push(rest === 0 ? byte : byte | 0x80);
	} while (rest !== 0);
	return bytes;
}

function signed(value: number): number[] {
	const bytes = [];
	let rest = value;
	for (;;) {
		const byte = rest & 0x7f;
		rest >>= 7;
		if ((rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)) return [...bytes, byte];
		bytes.push(byte | 0x80);
	}
}

const binary =
	(...opcode: number[]) =>
	(a: Code, b: Code): Code => [...a, ...b, ...opcode];
const unary =
	(...opcode: number[]) =>
	(a: Code): Code => [...a, ...opcode];
const simd = (opcode: number) => [0xfd, ...unsigned(opcode)];

export const i32 = {
	const: (value: number): Code => [0x41, ...signed(value)],
	load: (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)],
	add: binary(0x6a),
	sub: binary(0x6b),
	mul: binary(0x6c),
	shl: binary(0x74),
	lessThan: binary(0x49),
	equalsZero: unary(0x45),
};

export const f32 = {
	const: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
	load: (address: Code, offset = 0): Code => [...address, 0x2a, 2, ...unsigned(offset)],
	store: (address: Code, value: Code, offset = 0): Code => [
		...address,
		...value,
		0x38,
		2,
		...unsigned(offset),
	],
	add: binary(0x92),
	sub: binary(0x93),
	mul: binary(0x94),
	div: binary(0x95),
	neg: unary(0x8c),
	lessThan: binary(0x5d),
};

export const f32x4 = {
	zero: [...simd(12), ...new Array(16).fill(0)] as Code,
	load: (address: Code, offset = 0): Code => [...address, ...simd(0), 4, ...unsigned(offset)],
	loadSplat: (address: Code, offset = 0): Code => [...address, ...simd(9), 2, ...unsigned(offset)],
	store: (address: Code, value: Code, offset = 0): Code => [
		...address,
		...value,
		...simd(11),
		4,
		...unsigned(offset),
	],
	splat: unary(...simd(19)),
	lane: (value: Code, lane: number): Code => [...value, ...simd(31), lane],
	add: binary(...simd(228)),
	sub: binary(...simd(229)),
	mul: binary(...simd(230)),
	div: binary(...simd(231)),
	/** a * b + c, rounded once where the processor can (always the same on one machine). */
	multiplyAdd: (a: Code, b: Code, c: Code): Code =>
		fused ? [...a, ...b, ...c, ...simd(0x105)] : [...a, ...b, ...simd(230), ...c, ...simd(228)],
	greaterOrEqual: binary(...simd(70)),
	anyTrue: unary(...simd(83)),
	or: binary(...simd(80)),
};

/** Whole numbers in lanes: eight of 16 bits, four of 32. Loads and stores are those of `f32x4`. */
export const i16x8 = {
	/** Of sixteen numbers of 8 bits the first eight, and the last. */
	extendLow: unary(...simd(0x87)),
	extendHigh: unary(...simd(0x88)),
};

export const i32x4 = {
	/** Products of 16-bit lanes, each two neighbours added. */
	dot: binary(...simd(0xba)),
	add: binary(...simd(0xae)),
	toFloat: unary(...simd(0xfa)),
};

/** The sum of the four lanes. */
export function lanesSum(vector: Local): Code {
	return f32.add(
		f32.add(f32x4.lane(vector.get, 0), f32x4.lane(vector.get, 1)),
		f32.add(f32x4.lane(vector.get, 2), f32x4.lane(vector.get, 3)),
	);
}

/** Repeats while `condition` holds, tested before each round. */
export function whileLoop(condition: Code, body: Code): Code {
	return [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b];
}

/** Counts a pointer from `from` in steps while it is below `to`. */
export function pointerLoop(pointer: Local, from: Code, to: Code, step: number, body: Code): Code {
	return [
		...pointer.set(from),
		...whileLoop(i32.lessThan(pointer.get, to), [
			...body,
			...pointer.set(i32.add(pointer.get, i32.const(step))),
		]),
	];
}

export function when(condition: Code, body: Code, otherwise?: Code): Code {
	return [...condition, 0x04, 0x40, ...body, ...(otherwise ? [0x05, ...otherwise] : []), 0x0b];
}

// Relaxed SIMD has the fused product; a module that uses it is refused where it is missing.
export const fused = WebAssembly.validate(
	Uint8Array.from([
		...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 8, 1, 0x60, 3, 0x7b, 0x7b, 0x7b, 1, 0x7b, 3, 2, 1, 0],
		...[10, 13, 1, 11, 0, 0x20, 0, 0x20, 1, 0x20, 2, 0xfd, 0x85, 0x02, 0x0b],
	]),
);
