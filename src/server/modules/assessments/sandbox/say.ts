import { writeSync } from 'node:fs';
import process from 'node:process';
import type { Said } from './protocol.ts';

// Taken before it is out of everybody's reach.
const { reallyExit } = process as unknown as { reallyExit: (code: number) => never };

/** Ends this process at once. */
export const leave = (): never => reallyExit.call(process, 0);

/** Tells the process outside, at once: the next moment may not come. */
export function say(what: Said): void {
	const bytes = Buffer.from(`${JSON.stringify(what)}\n`);
	let from = 0;
	while (from < bytes.length) {
		try {
			from += writeSync(1, bytes, from);
		} catch (error) {
			if ((error as { code?: string }).code !== 'EAGAIN') throw error;
		}
	}
}

/** What one case prints, up to a bound. */
export class Printed {
	#text = '';
	readonly #of: number;
	readonly #limit: number;

	constructor(of: number, limit: number) {
		this.#of = of;
		this.#limit = limit;
	}

	/** Keeps it. Beyond the bound the process ends: what prints for ever would not stop by being told to. */
	add(text: string): void {
		this.#text += text;
		if (this.#text.length > this.#limit) {
			say({ of: this.#of, over: 'output', printed: this.#text.slice(0, 2000) });
			leave();
		}
	}

	get text(): string {
		return this.#text;
	}
}

/** A value's text, which has a bound of its own. */
export function bounded(text: string, limit: number): string {
	return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
