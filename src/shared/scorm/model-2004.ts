import {
	atMost,
	identifier2004,
	interval2004,
	language,
	localized,
	oneOf,
	real,
	time2004,
} from './formats.ts';
import { kinds, type Model } from './model.ts';

const { both, given, told, constant, count } = kinds;
const between = (low: number, high: number) => (value: string) =>
	Number(value) >= low && Number(value) <= high;
const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const success = oneOf('passed', 'failed', 'unknown');
const response = oneOf(
	'true-false',
	'choice',
	'fill-in',
	'long-fill-in',
	'likert',
	'matching',
	'performance',
	'sequencing',
	'numeric',
	'other',
);
const result = (value: string) =>
	['correct', 'incorrect', 'unanticipated', 'neutral'].includes(value) || real(value);
const request = (value: string) =>
	/^(?:continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}\s]{1,4000}\}(?:choice|jump))$/.test(
		value,
	);
const score = (path: string) =>
	[
		[`${path}._children`, constant('scaled,raw,min,max')],
		[`${path}.scaled`, both(real, { range: between(-1, 1) })],
		[`${path}.raw`, both(real)],
		[`${path}.min`, both(real)],
		[`${path}.max`, both(real)],
	] as const;
const comment = 'comment,location,timestamp';

/** The data model of SCORM 2004, 3rd and 4th edition (Run-Time Environment book, chapter 4). */
export const model2004: Model = new Map([
	['cmi._version', constant('1.0')],
	['cmi.comments_from_learner._children', constant(comment)],
	['cmi.comments_from_learner._count', count],
	['cmi.comments_from_learner.n.comment', both(localized(4000))],
	['cmi.comments_from_learner.n.location', both(atMost(250))],
	['cmi.comments_from_learner.n.timestamp', both(time2004)],
	['cmi.comments_from_lms._children', constant(comment)],
	['cmi.comments_from_lms._count', count],
	['cmi.comments_from_lms.n.comment', given()],
	['cmi.comments_from_lms.n.location', given()],
	['cmi.comments_from_lms.n.timestamp', given()],
	['cmi.completion_status', both(completion, { initial: 'unknown' })],
	['cmi.completion_threshold', given()],
	['cmi.credit', given()],
	['cmi.entry', given()],
	['cmi.exit', told(oneOf('time-out', 'suspend', 'logout', 'normal', ''))],
	[
		'cmi.interactions._children',
		constant(
			'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
		),
	],
	['cmi.interactions._count', count],
	['cmi.interactions.n.id', both(identifier2004)],
	['cmi.interactions.n.type', both(response)],
	['cmi.interactions.n.objectives._count', count],
	['cmi.interactions.n.objectives.n.id', both(identifier2004)],
	['cmi.interactions.n.timestamp', both(time2004)],
	['cmi.interactions.n.correct_responses._count', count],
	['cmi.interactions.n.correct_responses.n.pattern', both(atMost(4000))],
	['cmi.interactions.n.weighting', both(real)],
	['cmi.interactions.n.learner_response', both(atMost(4000))],
	['cmi.interactions.n.result', both(result)],
	['cmi.interactions.n.latency', both(interval2004)],
	['cmi.interactions.n.description', both(localized(250))],
	['cmi.launch_data', given()],
	['cmi.learner_id', given()],
	['cmi.learner_name', given()],
	['cmi.learner_preference._children', constant('audio_level,language,delivery_speed,audio_captioning')],
	['cmi.learner_preference.audio_level', both(real, { initial: '1', range: (v) => Number(v) >= 0 })],
	['cmi.learner_preference.language', both(language, { initial: '' })],
	['cmi.learner_preference.delivery_speed', both(real, { initial: '1', range: (v) => Number(v) >= 0 })],
	['cmi.learner_preference.audio_captioning', both(oneOf('-1', '0', '1'), { initial: '0' })],
	['cmi.location', both(atMost(1000))],
	['cmi.max_time_allowed', given()],
	['cmi.mode', given()],
	[
		'cmi.objectives._children',
		constant('id,score,success_status,completion_status,progress_measure,description'),
	],
	['cmi.objectives._count', count],
	['cmi.objectives.n.id', both(identifier2004)],
	...score('cmi.objectives.n.score'),
	['cmi.objectives.n.success_status', both(success, { initial: 'unknown' })],
	['cmi.objectives.n.completion_status', both(completion, { initial: 'unknown' })],
	['cmi.objectives.n.progress_measure', both(real, { range: between(0, 1) })],
	['cmi.objectives.n.description', both(localized(250))],
	['cmi.progress_measure', both(real, { range: between(0, 1) })],
	['cmi.scaled_passing_score', given()],
	...score('cmi.score'),
	['cmi.session_time', told(interval2004)],
	['cmi.success_status', both(success, { initial: 'unknown' })],
	['cmi.suspend_data', both(atMost(64_000))],
	['cmi.time_limit_action', given()],
	['cmi.total_time', given()],
	// Lessons of a course are gone through by the course's own outline: what a package asks for is taken and not followed.
	['adl.nav.request', both(request, { initial: '_none_' })],
	['adl.nav.request_valid.continue', given({ initial: 'unknown' })],
	['adl.nav.request_valid.previous', given({ initial: 'unknown' })],
	['adl.data._children', constant('id,store')],
	['adl.data._count', count],
]);
