import { CompiledQuery } from 'kysely';
import { type Db, run } from './index.ts';

/**
 * A statement whose text is written by hand and compiled once, for reads that run on every page: building the text
 * anew would cost as much as the answer. Parameters are named in the text (`:user`, each as often as needed).
 *
 * @returns a function that runs it and gives the rows as the driver reads them
 */
export function statement<P extends object, R>(text: string): Statement<P, R> {
	const names: string[] = [];
	const compiled = text.replace(/(?<![:\w]):([a-z]\w*)/gi, (_, name: string) => {
		let at = names.indexOf(name);
		if (at < 0) at = names.push(name) - 1;
		return `$${at + 1}`;
	});
	const values = (parameters: P) =>
		names.map((name) => (parameters as Record<string, unknown>)[name] ?? null);
	const execute = (db: Db, parameters: P) =>
		run(db, CompiledQuery.raw(compiled, values(parameters)) as CompiledQuery<R>);
	return Object.assign(execute, { text: compiled, values });
}

export interface Statement<P extends object, R> {
	(db: Db, parameters: P): Promise<R[]>;
	/** The text with numbered parameters, and their values in that order: for plan tests. */
	readonly text: string;
	readonly values: (parameters: P) => unknown[];
}

/**
 * Statements of one family that differ in their text: what a shape says goes into the text, what else is asked are
 * parameters. Each is built when its shape is first asked for.
 *
 * @param textOf the text of a shape, whose fields are few and have few values
 */
export function statementsByShape<S extends object, P extends object, R>(
	textOf: (shape: S) => string,
): (shape: S) => Statement<P, R> {
	const built = new Map<string, Statement<P, R>>();
	return (shape) => {
		const key = Object.values(shape).join(' ');
		let found = built.get(key);
		if (!found) {
			found = statement<P, R>(textOf(shape));
			built.set(key, found);
		}
		return found;
	};
}
