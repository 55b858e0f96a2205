import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from './steps.mjs';

const node = (script: string) => [['node', '-e', script]];
const report = (value: object) =>
	`require('fs').writeFileSync(process.env.STOA_TEST_REPORT, ${JSON.stringify(JSON.stringify(value))})`;

async function outcome(steps: Parameters<typeof runSteps>[0]) {
	const printed: string[] = [];
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
	const passed = await runSteps(steps);
	vi.restoreAllMocks();
	const text = printed.join('');
	return { passed, text, last: text.trimEnd().split('\n').at(-1) };
}

afterEach(() => vi.restoreAllMocks());

describe('the sum of all steps', () => {
	it('adds the tests of every runner, and one for each check that is none', async () => {
		const { passed, last } = await outcome([
			{ name: 'types', commands: node('') },
			{
				name: 'tests',
				tests: true,
				commands: node(report({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 0 })),
			},
			{ name: 'browser', tests: true, commands: node(report({ passed: 7, failed: 0 })) },
		]);
		expect({ passed, last }).toEqual({ passed: true, last: '48 passed, 0 failed' });
	});

	it('tells what was skipped only when something was', async () => {
		const { last } = await outcome([
			{
				name: 'tests',
				tests: true,
				commands: node(report({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 })),
			},
		]);
		expect(last).toBe('1 passed, 0 failed, 3 skipped');
	});

	it('goes on after a failure, shows its output, and fails as a whole', async () => {
		const { passed, text, last } = await outcome([
			{ name: 'lint', commands: node('console.log("line 3 is wrong"); process.exit(1)') },
			{
				name: 'tests',
				tests: true,
				commands: node(`${report({ numPassedTests: 2, numFailedTests: 3 })}; process.exit(1)`),
			},
			{ name: 'graph', commands: node('console.log("all is quiet")') },
		]);
		expect({ passed, last }).toEqual({ passed: false, last: '3 passed, 4 failed' });
		expect(text).toContain('line 3 is wrong');
		expect(text).not.toContain('all is quiet');
	});

	it('counts a runner as failed that ends badly without a failed test, or without a report', async () => {
		const { last } = await outcome([
			{
				name: 'a',
				tests: true,
				commands: node(`${report({ numPassedTests: 5, numFailedTests: 0 })}; process.exit(1)`),
			},
			{ name: 'b', tests: true, commands: node('process.exit(1)') },
			{ name: 'c', tests: true, commands: [['no-such-tool']] },
			{ name: 'd', commands: [], refused: 'no browser' },
		]);
		expect(last).toBe('5 passed, 4 failed');
	});

	it('counts each test file that could not be loaded', async () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{ status: 'failed' }] },
			{ status: 'passed', assertionResults: [{ status: 'passed' }] },
		];
		const script = `${report({ numPassedTests: 1, numFailedTests: 1, testResults })}; process.exit(1)`;
		const { last } = await outcome([{ name: 'tests', tests: true, commands: node(script) }]);
		expect(last).toBe('1 passed, 3 failed');
	});

	it('stops a step at its first command that fails', async () => {
		const { text } = await outcome([
			{ name: 'pages', commands: [...node('process.exit(2)'), ...node('console.log("second")')] },
		]);
		expect(text).not.toContain('second');
	});
});
