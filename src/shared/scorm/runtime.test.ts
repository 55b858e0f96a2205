import { describe, expect, test } from 'vitest';
import { fromInterval2004, fromTimespan12 } from './formats.ts';
import { openRuntime, outcomeOf, type Start, toInterval2004, toTimespan12 } from './index.ts';

const start = (version: '1.2' | '2004', more: Partial<Start> = {}): Start => ({
	version,
	learnerId: '7',
	learnerName: 'Lin, Wei',
	credit: true,
	mode: 'normal',
	entry: 'ab-initio',
	totalMs: 0,
	launchData: '',
	masteryScore: '',
	completionThreshold: '',
	maxTime: '',
	timeLimitAction: '',
	stored: [],
	...more,
});

function run(version: '1.2' | '2004', more: Partial<Start> = {}) {
	const kept: { stored: [string, string][]; final: boolean }[] = [];
	const runtime = openRuntime(start(version, more), {
		keep: (stored, final) => {
			kept.push({ stored, final });
			return true;
		},
		now: () => 1000,
	});
	const set = (path: string, value: string) => [runtime.setValue(path, value), runtime.lastError()].join(' ');
	const get = (path: string) => [runtime.getValue(path), runtime.lastError()];
	return { runtime, kept, set, get };
}

describe('SCORM 1.2', () => {
	test('nothing is answered before LMSInitialize and after LMSFinish', () => {
		const { runtime, get, set, kept } = run('1.2');
		expect(get('cmi.core.lesson_status')).toEqual(['', '301']);
		expect(set('cmi.core.lesson_status', 'completed')).toBe('false 301');
		expect(runtime.commit('')).toBe('false');
		expect(runtime.terminate('')).toBe('false');
		expect(runtime.initialize('x')).toBe('false');
		expect(runtime.lastError()).toBe('201');
		expect(runtime.initialize('')).toBe('true');
		expect(runtime.initialize('')).toBe('false');
		expect(runtime.lastError()).toBe('101');
		expect(set('cmi.core.lesson_status', 'completed')).toBe('true 0');
		expect(runtime.terminate('')).toBe('true');
		expect(set('cmi.core.lesson_status', 'failed')).toBe('false 301');
		expect(kept).toEqual([{ stored: [['cmi.core.lesson_status', 'completed']], final: true }]);
	});

	test.each([
		['cmi.core.lesson_status', 'done', 'false 405'],
		['cmi.core.lesson_status', 'not attempted', 'false 405'],
		['cmi.core.lesson_status', 'passed', 'true 0'],
		['cmi.core.score.raw', '100.5', 'false 405'],
		['cmi.core.score.raw', '', 'true 0'],
		['cmi.core.score.raw', '87.5', 'true 0'],
		['cmi.core.student_id', '8', 'false 403'],
		['cmi.core._children', 'x', 'false 402'],
		['cmi.core.exit', 'normal', 'false 405'],
		['cmi.core.exit', 'suspend', 'true 0'],
		['cmi.core.session_time', '00:10', 'false 405'],
		['cmi.core.session_time', '0000:10:02.50', 'true 0'],
		['cmi.suspend_data', 'x'.repeat(4096), 'true 0'],
		['cmi.suspend_data', 'x'.repeat(4097), 'false 405'],
		['cmi.nothing', 'x', 'false 401'],
		['cmi.interactions.1.id', 'later', 'false 201'],
		['cmi.interactions.0.id', 'first', 'true 0'],
		['cmi.interactions.0.result', 'maybe', 'false 405'],
		['cmi.interactions.0.result', 'wrong', 'true 0'],
	])('%s set to %j answers %s', (path, value, answer) => {
		const { runtime, set } = run('1.2');
		runtime.initialize('');
		expect(set(path, value)).toBe(answer);
	});

	test('what is read has its defaults, its counts and its errors', () => {
		const { runtime, set, get } = run('1.2', { masteryScore: '80', totalMs: 3_723_450, entry: 'resume' });
		runtime.initialize('');
		expect(get('cmi.core.lesson_status')).toEqual(['not attempted', '0']);
		expect(get('cmi.core.student_name')).toEqual(['Lin, Wei', '0']);
		expect(get('cmi.core.total_time')).toEqual(['0001:02:03.45', '0']);
		expect(get('cmi.core.entry')).toEqual(['resume', '0']);
		expect(get('cmi.student_data.mastery_score')).toEqual(['80', '0']);
		expect(get('cmi.core.exit')).toEqual(['', '404']);
		expect(get('cmi.core.score.raw._children')).toEqual(['', '202']);
		expect(get('cmi.core._count')).toEqual(['', '203']);
		expect(get('cmi.objectives._count')).toEqual(['0', '0']);
		expect(set('cmi.objectives.0.id', 'a')).toBe('true 0');
		expect(get('cmi.objectives._count')).toEqual(['1', '0']);
		expect(get('cmi.objectives.0.status')).toEqual(['not attempted', '0']);
		expect(set('cmi.comments', 'a;')).toBe('true 0');
		expect(set('cmi.comments', 'b')).toBe('true 0');
		expect(get('cmi.comments')).toEqual(['a;b', '0']);
	});

	test('the mastery score decides at the end, and a status that was never set is completed', () => {
		const asked = start('1.2', { masteryScore: '80' });
		const score = (raw: string) =>
			[
				['cmi.core.score.raw', raw],
				['cmi.core.lesson_status', 'completed'],
			] as [string, string][];
		expect(outcomeOf(asked, score('79'), true)).toMatchObject({ success: 'failed', score: 0.79 });
		expect(outcomeOf(asked, score('80'), true)).toMatchObject({ success: 'passed', completion: 'completed' });
		expect(outcomeOf(asked, score('79'), false).success).toBe('unknown');
		expect(outcomeOf(start('1.2'), [], true).completion).toBe('completed');
		expect(outcomeOf(start('1.2'), [], false).completion).toBe('not attempted');
	});
});

describe('SCORM 2004', () => {
	test('each call has its own number before and after', () => {
		const { runtime, set, get } = run('2004');
		const error = (answer: string) => [answer, runtime.lastError()];
		expect(get('cmi.mode')).toEqual(['', '122']);
		expect(set('cmi.location', 'x')).toBe('false 132');
		expect(error(runtime.commit(''))).toEqual(['false', '142']);
		expect(error(runtime.terminate(''))).toEqual(['false', '112']);
		expect(error(runtime.initialize(''))).toEqual(['true', '0']);
		expect(error(runtime.initialize(''))).toEqual(['false', '103']);
		expect(error(runtime.terminate(''))).toEqual(['true', '0']);
		expect(error(runtime.terminate(''))).toEqual(['false', '113']);
		expect(error(runtime.initialize(''))).toEqual(['false', '104']);
		expect(get('cmi.mode')).toEqual(['', '123']);
		expect(set('cmi.location', 'x')).toBe('false 133');
		expect(error(runtime.commit(''))).toEqual(['false', '143']);
	});

	test.each([
		['cmi.completion_status', 'done', 'false 406'],
		['cmi.completion_status', 'completed', 'true 0'],
		['cmi.score.scaled', '1.2', 'false 407'],
		['cmi.score.scaled', 'high', 'false 406'],
		['cmi.score.scaled', '0.8', 'true 0'],
		['cmi.progress_measure', '-0.1', 'false 407'],
		['cmi.learner_id', 'x', 'false 404'],
		['cmi.interactions._count', '3', 'false 404'],
		['cmi.session_time', 'PT1H30M5.25S', 'true 0'],
		['cmi.session_time', '00:10:00', 'false 406'],
		['cmi.session_time', 'P', 'false 406'],
		['cmi.suspend_data', 'x'.repeat(64_000), 'true 0'],
		['cmi.suspend_data', 'x'.repeat(64_001), 'false 406'],
		['cmi.interactions.0.type', 'choice', 'false 408'],
		['cmi.objectives.3.id', 'x', 'false 351'],
		['cmi.objectives.0.success_status', 'passed', 'false 408'],
		['cmi.core.lesson_status', 'passed', 'false 401'],
		['adl.nav.request', 'continue', 'true 0'],
		['adl.nav.request', 'away', 'false 406'],
	])('%s set to a value answers by the book', (path, value, answer) => {
		const { runtime, set } = run('2004');
		runtime.initialize('');
		expect(set(path, value)).toBe(answer);
	});

	test('an interaction is made by its id, then its type, then its answers; an objective is one thing', () => {
		const { runtime, set, get } = run('2004');
		runtime.initialize('');
		expect(set('cmi.interactions.0.id', 'q1')).toBe('true 0');
		expect(set('cmi.interactions.0.learner_response', 'a')).toBe('false 408');
		expect(set('cmi.interactions.0.type', 'choice')).toBe('true 0');
		expect(set('cmi.interactions.0.learner_response', 'a')).toBe('true 0');
		expect(set('cmi.interactions.0.correct_responses.0.pattern', 'b')).toBe('true 0');
		expect(set('cmi.interactions.0.timestamp', '2026-11-28T10:00:00')).toBe('true 0');
		expect(get('cmi.interactions.0.correct_responses._count')).toEqual(['1', '0']);
		expect(set('cmi.objectives.0.id', 'o1')).toBe('true 0');
		expect(set('cmi.objectives.0.id', 'o2')).toBe('false 351');
		expect(set('cmi.objectives.1.id', 'o1')).toBe('false 351');
		expect(get('cmi.location')).toEqual(['', '403']);
		expect(get('cmi.exit')).toEqual(['', '405']);
		expect(get('cmi.objectives.5.id')).toEqual(['', '301']);
	});

	test('thresholds of the manifest go before what the package says', () => {
		const { runtime, set, get } = run('2004', { masteryScore: '0.7', completionThreshold: '0.9' });
		runtime.initialize('');
		expect(get('cmi.success_status')).toEqual(['unknown', '0']);
		set('cmi.success_status', 'passed');
		set('cmi.score.scaled', '0.69');
		expect(get('cmi.success_status')).toEqual(['failed', '0']);
		set('cmi.progress_measure', '0.9');
		expect(get('cmi.completion_status')).toEqual(['completed', '0']);
	});

	test('a package cannot fill the store', () => {
		const { runtime, set } = run('2004');
		runtime.initialize('');
		let refused = '';
		for (let n = 0; n < 3000 && !refused; n++) {
			if (set(`cmi.comments_from_learner.${n}.comment`, 'x'.repeat(4000)) !== 'true 0')
				refused = runtime.lastError();
		}
		expect(refused).toBe('351');
	});
});

test('times are written and read back, in both ways of writing', () => {
	for (const ms of [0, 10, 59_990, 3_600_000, 90_061_500]) {
		expect(fromTimespan12(toTimespan12(ms))).toBe(ms);
		expect(fromInterval2004(toInterval2004(ms))).toBe(ms);
	}
	expect(fromInterval2004('P1DT2H')).toBe(93_600_000);
});
