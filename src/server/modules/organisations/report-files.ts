import { createHash } from 'node:crypto';
import type { LineReport } from './report.ts';

/** The columns of the report as a file. */
export const reportHead = [
	'handle',
	'name',
	'email',
	'teams',
	'training',
	'kind',
	'title',
	'status',
	'due',
	'started',
	'completed',
	'done',
	'needed',
	'minutes',
	'score',
	'last',
] as const;

const day = (at: Date | null) => at?.toISOString() ?? '';

/** One line of it; what stands in it is made safe for spreadsheets by whoever writes it. */
export function reportRow(line: LineReport): (string | number)[] {
	return [
		line.handle,
		line.name,
		line.email ?? '',
		line.teams.join('; '),
		line.trainingId ?? '',
		line.pathId === null ? 'course' : 'path',
		line.title,
		line.status ?? '',
		day(line.dueAt),
		day(line.startedAt),
		day(line.completedAt),
		line.done,
		line.needed,
		Math.round(line.seconds / 60),
		line.score === null ? '' : Number(line.score.toFixed(3)),
		day(line.lastAt),
	];
}

const verbs = {
	completed: {
		id: 'http://adlnet.gov/expapi/verbs/completed',
		display: { en: 'completed', 'zh-CN': '完成了' },
	},
	progressed: {
		id: 'http://adlnet.gov/expapi/verbs/progressed',
		display: { en: 'progressed', 'zh-CN': '学习了' },
	},
	initialized: {
		id: 'http://adlnet.gov/expapi/verbs/initialized',
		display: { en: 'initialized', 'zh-CN': '开始了' },
	},
} as const;

/**
 * A line of the report as a statement of xAPI 1.0.3 (IEEE 9274.1.1), for the learning record store of a company; null
 * where nothing was begun. The id follows from what it says, so that a statement that is sent twice is one.
 *
 * @param origin where this place is: people are named by their account here, never by their address
 */
export function xapiStatement(line: LineReport, origin: string): object | null {
	const verb = line.completedAt
		? 'completed'
		: line.done > 0
			? 'progressed'
			: line.startedAt || line.seconds > 0
				? 'initialized'
				: null;
	if (verb === null) return null;
	const at = line.completedAt ?? line.lastAt ?? line.startedAt;
	const object =
		line.pathId === null ? `${origin}/courses/${line.courseId}` : `${origin}/paths/${line.pathId}`;
	const share = line.needed > 0 ? line.done / line.needed : 0;
	const hash = createHash('sha256')
		.update([origin, line.userId, object, verb, at?.toISOString(), line.done, line.seconds].join('\0'))
		.digest('hex');
	return {
		// A version 8 UUID (RFC 9562): made from a hash.
		id: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
		actor: { objectType: 'Agent', name: line.name, account: { homePage: origin, name: line.handle } },
		verb: verbs[verb],
		object: {
			objectType: 'Activity',
			id: object,
			definition: {
				type: `http://adlnet.gov/expapi/activities/${line.pathId === null ? 'course' : 'curriculum'}`,
				name: { und: line.title },
			},
		},
		result: {
			completion: line.completedAt !== null,
			...(line.score === null
				? {}
				: { score: { scaled: Number(Math.min(1, Math.max(0, line.score)).toFixed(4)) } }),
			duration: `PT${line.seconds}S`,
			extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': Math.round(share * 100) },
		},
		...(at ? { timestamp: at.toISOString() } : {}),
	};
}
