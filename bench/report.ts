import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** One line of a benchmark. Bigger ratios are better; `target` is the ratio or value asked for, null when nothing is. */
export interface Result {
	name: string;
	value: number;
	unit: string;
	/** The physical limit or the peer, measured in the same run or published. */
	limit: number | null;
	ratio: number | null;
	target: number | null;
	pass: boolean;
}

/**
 * A result whose value must stay under a target.
 *
 * @param limit what the value is compared with; ratio = limit / value
 */
export function atMost(
	name: string,
	value: number,
	unit: string,
	target: number | null,
	limit: number | null = target,
): Result {
	return {
		name,
		value,
		unit,
		limit,
		ratio: limit === null ? null : limit / value,
		target,
		pass: target === null || value <= target,
	};
}

/** A result whose ratio to the limit must reach a target; with no limit, the value itself must. */
export function atLeast(
	name: string,
	value: number,
	unit: string,
	target: number | null,
	limit: number | null = null,
): Result {
	const ratio = limit === null ? null : value / limit;
	return { name, value, unit, limit, ratio, target, pass: target === null || (ratio ?? value) >= target };
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

export function percentile(values: readonly number[], p: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

/** Prints the table, writes the file when asked for, and sets the exit code when a target is missed. */
export function report(suite: string, results: readonly Result[], jsonFile?: string): void {
	const shown = (value: number | null) =>
		value === null ? '-' : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
	const rows = results.map((result) => [
		result.name,
		shown(result.value),
		result.unit,
		shown(result.limit),
		shown(result.ratio),
		shown(result.target),
		result.target === null ? '' : result.pass ? 'pass' : 'MISSED',
	]);
	const table = [['', 'value', 'unit', 'limit', 'ratio', 'target', ''], ...rows];
	const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
	for (const row of table)
		console.log(
			row
				.map((cell, i) => (i === 0 || i === 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
				.join('  '),
		);
	if (jsonFile) {
		const machine = {
			cpu: cpus()[0]?.model ?? '',
			cores: availableParallelism(),
			memory: totalmem(),
			node: process.version,
		};
		writeFileSync(jsonFile, `${JSON.stringify({ suite, machine, commit: commit(), results }, null, '\t')}\n`);
	}
	if (results.some((result) => !result.pass)) process.exitCode = 1;
}

function commit(): string {
	try {
		return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
	} catch {
		return '';
	}
}
