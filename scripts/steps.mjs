// Runs the steps of `npm run check` and `npm test` one after the other and adds up what they found.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, root, toolEnvironment } from './bootstrap.mjs';
import { collect } from './progress.mjs';
import { readStamp } from './stamps.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands tools from node_modules/.bin with their arguments, stopped at the first that fails
 * @property {boolean} [tests] whether it is a test runner that writes vitest's JSON report to $STOA_TEST_REPORT
 * @property {Record<string, string>} [env]
 * @property {string} [refused] why it cannot run at all; it then counts as failed
 */

/**
 * Runs every step, also after one has failed. A check that is no test runner counts as one test.
 *
 * @param {Step[]} steps
 * @returns {Promise<boolean>} whether all passed; the last line printed is the sum
 */
export async function runSteps(steps) {
	const folder = mkdtempSync(join(tmpdir(), 'stoa-report-'));
	const sum = { passed: 0, failed: 0, skipped: 0 };
	const rows = [];
	try {
		for (const [index, step] of steps.entries()) {
			const report = join(folder, `${index}.json`);
			const begun = Date.now();
			const { code, output } = await runCommands(step, report);
			const seconds = ((Date.now() - begun) / 1000).toFixed(1);
			const counts = count(step, code, readStamp(report));
			for (const key of Object.keys(sum)) sum[key] += counts[key];
			const mark = counts.failed === 0 ? 'ok  ' : 'FAIL';
			rows.push(
				`${mark} ${step.name.padEnd(12)} ${`${seconds} s`.padStart(8)}${step.tests ? `   ${words(counts)}` : ''}`,
			);
			process.stdout.write(`${rows.at(-1)}\n`);
			if (counts.failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	if (sum.failed > 0) process.stdout.write(`\n${rows.join('\n')}\n`);
	process.stdout.write(`\n${words(sum)}\n`);
	return sum.failed === 0;
}

async function runCommands(step, report) {
	if (step.refused) return { code: 1, output: step.refused };
	let output = '';
	for (const [tool, ...args] of step.commands) {
		const env = toolEnvironment({ ...step.env, STOA_TEST_REPORT: report });
		const done = await collect(
			tool === 'node' || tool === 'npm' ? tool : join(bin, tool),
			args.map((arg) => arg.replace('{report}', report)),
			{ cwd: root, env },
		);
		output += done.output;
		if (done.code !== 0) return { code: done.code, output };
	}
	return { code: 0, output };
}

function count(step, code, report) {
	if (!step.tests || !report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
	// A file that cannot even be loaded has no failed test in it, but is no success either.
	const broken = (report.testResults ?? []).filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	);
	const failed = (report.numFailedTests ?? report.failed ?? 0) + broken.length;
	return {
		passed: report.numPassedTests ?? report.passed ?? 0,
		failed: code === 0 ? failed : Math.max(failed, 1),
		skipped: (report.numPendingTests ?? report.skipped ?? 0) + (report.numTodoTests ?? 0),
	};
}

function words({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
