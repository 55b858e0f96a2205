import type { Context } from '../api/context.ts';

/** One word of `npm run stoa -- <word> …`. */
export interface Command {
	usage: string;
	summary: string;
	/** @param args what follows the word. @returns the exit code */
	run: (ctx: Context, args: string[]) => Promise<number>;
}
