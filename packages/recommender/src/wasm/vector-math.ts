import { type Code, f32, f32x4, i32, type Local } from './assembler.ts';

// Four-lane instructions that only the neural kernels need; numbers are those of the WebAssembly specification.

const operation =
	(...opcode: number[]) =>
	(...operands: Code[]): Code => [...operands.flat(), 0xfd, ...opcode];

export const max: (a: Code, b: Code) => Code = operation(0xe9, 0x01);
export const div: (a: Code, b: Code) => Code = operation(0xe7, 0x01);
export const sqrt: (a: Code) => Code = operation(0xe3, 0x01);
const nearest: (a: Code) => Code = operation(0x6a);
const toIntegers: (a: Code) => Code = operation(0xf8, 0x01);
const addIntegers: (a: Code, b: Code) => Code = operation(0xae, 0x01);
const shiftLeft: (a: Code, bits: Code) => Code = operation(0xab, 0x01);
const splatInteger: (a: Code) => Code = operation(0x11);
const and: (a: Code, b: Code) => Code = operation(0x4e);

export function scalarMax(a: Code, b: Code): Code {
	return [...a, ...b, 0x97];
}

const constant = (value: number) => f32x4.splat(f32.const(value));

/**
 * x = e^x for x <= 0, to about 2 units in the last place: x = n ln 2 + r, the Taylor polynomial of degree 7 for e^r
 * (the remainder is below 2^-24 for |r| <= ln 2 / 2), n put into the exponent. Below -60 it is 0, which keeps denormal
 * numbers, slow on most processors, out of what follows. `n` and `r` are overwritten.
 */
export function exponential(x: Local, n: Local, r: Local): Code {
	const coefficients = [1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1];
	const polynomial = coefficients
		.slice(1)
		.reduce<Code>(
			(sum, coefficient) => f32x4.multiplyAdd(sum, r.get, constant(coefficient)),
			constant(coefficients[0]!),
		);
	const exponent = shiftLeft(addIntegers(toIntegers(n.get), splatInteger(i32.const(127))), i32.const(23));
	return [
		...x.set(max(x.get, constant(-80))),
		...n.set(nearest(f32x4.mul(x.get, constant(Math.LOG2E)))),
		// ln 2 in two parts, the first short enough that its product with n is exact.
		...r.set(f32x4.sub(x.get, f32x4.mul(n.get, constant(0.693359375)))),
		...r.set(f32x4.sub(r.get, f32x4.mul(n.get, constant(Math.LN2 - 0.693359375)))),
		...r.set(polynomial),
		...x.set(and(f32x4.mul(r.get, exponent), f32x4.greaterOrEqual(x.get, constant(-60)))),
	];
}
