import type { Context } from '../api/context.ts';
import type { Config } from '../platform/config.ts';

/** One word of `npm run stoa -- <word> …`. */
export interface Command {
	usage: string;
	summary: string;
	/** @param args what follows the word. @returns the exit code */
	run: (ctx: Context, args: string[]) => Promise<number>;
}

/** A command on a database as it stands, which may not be of this version, or be in use. */
export interface DatabaseCommand {
	usage: string;
	summary: string;
	/** May run while a server has the embedded database open. */
	beside: boolean;
	runOn: (database: { url: string; config: Config }, args: string[]) => Promise<number>;
}
