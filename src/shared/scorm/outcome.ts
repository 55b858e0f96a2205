import { fromInterval2004, fromTimespan12 } from './formats.ts';
import type { Start } from './model.ts';

/** What an attempt came to, by what its package has set and what the manifest asks. */
export interface Outcome {
	completion: 'unknown' | 'not attempted' | 'incomplete' | 'completed';
	success: 'unknown' | 'passed' | 'failed';
	/** From 0 to 1; null: none was set. */
	score: number | null;
	/** What the package says that this session lasted, in milliseconds; null: nothing. */
	sessionMs: number | null;
	/** It is to be gone on with. */
	suspended: boolean;
}

type Asked = Pick<Start, 'version' | 'masteryScore' | 'completionThreshold' | 'credit' | 'mode'>;

const cut = (value: number) => Math.min(1, Math.max(0, value));
const numberOf = (text: string | undefined) =>
	text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);

/** @param ended the package has said that it is done: what it never set is then decided for it */
export function outcomeOf(
	asked: Asked,
	stored: Iterable<readonly [string, string]>,
	ended: boolean,
): Outcome {
	const values = new Map(stored);
	return asked.version === '1.2' ? outcome12(asked, values, ended) : outcome2004(asked, values);
}

function outcome12(asked: Asked, values: ReadonlyMap<string, string>, ended: boolean): Outcome {
	const raw = numberOf(values.get('cmi.core.score.raw'));
	const low = numberOf(values.get('cmi.core.score.min')) ?? 0;
	const high = numberOf(values.get('cmi.core.score.max')) ?? 100;
	let status = values.get('cmi.core.lesson_status') ?? 'not attempted';
	// A package that never sets its status was completed by being gone through (RTE 1.2, 3.4.4).
	if (ended && status === 'not attempted') status = 'completed';
	const mastery = numberOf(asked.masteryScore);
	// With a mastery score the result is the environment's to say, once the package is done.
	if (ended && asked.credit && asked.mode === 'normal' && mastery !== null && raw !== null)
		status = raw >= mastery ? 'passed' : 'failed';
	return {
		completion: ['passed', 'failed', 'completed'].includes(status)
			? 'completed'
			: status === 'not attempted'
				? 'not attempted'
				: 'incomplete',
		success: status === 'passed' || status === 'failed' ? status : 'unknown',
		score: raw === null ? null : cut(high > low ? (raw - low) / (high - low) : raw / 100),
		sessionMs: fromTimespan12(values.get('cmi.core.session_time') ?? ''),
		suspended: values.get('cmi.core.exit') === 'suspend',
	};
}

function outcome2004(asked: Asked, values: ReadonlyMap<string, string>): Outcome {
	const scaled = numberOf(values.get('cmi.score.scaled'));
	const [raw, low, high] = ['raw', 'min', 'max'].map((part) => numberOf(values.get(`cmi.score.${part}`)));
	const score =
		scaled !== null
			? cut(scaled)
			: raw != null && low != null && high != null && high > low
				? cut((raw - low) / (high - low))
				: null;
	const { completion, success } = judged2004(asked, values);
	return {
		completion,
		success,
		score,
		sessionMs: fromInterval2004(values.get('cmi.session_time') ?? ''),
		suspended: ['suspend', 'logout'].includes(values.get('cmi.exit') ?? ''),
	};
}

/** Thresholds of the manifest go before what the package says (RTE 4.2.4, 4.2.22). */
export function judged2004(
	asked: Pick<Asked, 'masteryScore' | 'completionThreshold'>,
	values: ReadonlyMap<string, string>,
): { completion: Outcome['completion']; success: Outcome['success'] } {
	const said = (values.get('cmi.completion_status') ?? 'unknown') as Outcome['completion'];
	const threshold = numberOf(asked.completionThreshold);
	const progress = numberOf(values.get('cmi.progress_measure'));
	const completion =
		threshold === null || progress === null ? said : progress >= threshold ? 'completed' : 'incomplete';
	const passing = numberOf(asked.masteryScore);
	const scaled = numberOf(values.get('cmi.score.scaled'));
	const success =
		passing === null
			? ((values.get('cmi.success_status') ?? 'unknown') as Outcome['success'])
			: scaled === null
				? 'unknown'
				: scaled >= passing
					? 'passed'
					: 'failed';
	return { completion: threshold !== null && progress === null ? 'unknown' : completion, success };
}
