import {
	atMost,
	clock12,
	decimal,
	identifier12,
	oneOf,
	score12,
	timespan12,
	wholeBetween,
} from './formats.ts';
import { kinds, type Model } from './model.ts';

const { both, given, told, constant, count } = kinds;
const status = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
const response = oneOf(
	'true-false',
	'choice',
	'fill-in',
	'matching',
	'performance',
	'sequencing',
	'likert',
	'numeric',
);
const result = (value: string) =>
	['correct', 'wrong', 'unanticipated', 'neutral'].includes(value) || decimal(value);

/** The data model of SCORM 1.2 (Run-Time Environment 1.2, table 3.4.2a). */
export const model12: Model = new Map([
	[
		'cmi.core._children',
		constant(
			'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
		),
	],
	['cmi.core.student_id', given()],
	['cmi.core.student_name', given()],
	['cmi.core.lesson_location', both(atMost(255), { initial: '' })],
	['cmi.core.credit', given()],
	['cmi.core.lesson_status', both(status, { initial: 'not attempted' })],
	['cmi.core.entry', given()],
	['cmi.core.score._children', constant('raw,min,max')],
	['cmi.core.score.raw', both(score12, { initial: '' })],
	['cmi.core.score.max', both(score12, { initial: '' })],
	['cmi.core.score.min', both(score12, { initial: '' })],
	['cmi.core.total_time', given()],
	['cmi.core.lesson_mode', given()],
	['cmi.core.exit', told(oneOf('time-out', 'suspend', 'logout', ''))],
	['cmi.core.session_time', told(timespan12)],
	['cmi.suspend_data', both(atMost(4096), { initial: '' })],
	['cmi.launch_data', given()],
	['cmi.comments', both(atMost(4096), { initial: '', adds: 4096 })],
	['cmi.comments_from_lms', given({ initial: '' })],
	['cmi.objectives._children', constant('id,score,status')],
	['cmi.objectives._count', count],
	['cmi.objectives.n.id', both(identifier12, { initial: '' })],
	['cmi.objectives.n.score._children', constant('raw,min,max')],
	['cmi.objectives.n.score.raw', both(score12, { initial: '' })],
	['cmi.objectives.n.score.max', both(score12, { initial: '' })],
	['cmi.objectives.n.score.min', both(score12, { initial: '' })],
	[
		'cmi.objectives.n.status',
		both((value) => status(value) || value === 'not attempted', { initial: 'not attempted' }),
	],
	['cmi.student_data._children', constant('mastery_score,max_time_allowed,time_limit_action')],
	['cmi.student_data.mastery_score', given()],
	['cmi.student_data.max_time_allowed', given()],
	['cmi.student_data.time_limit_action', given()],
	['cmi.student_preference._children', constant('audio,language,speed,text')],
	['cmi.student_preference.audio', both(wholeBetween(-1, 100), { initial: '0' })],
	['cmi.student_preference.language', both(atMost(255), { initial: '' })],
	['cmi.student_preference.speed', both(wholeBetween(-100, 100), { initial: '0' })],
	['cmi.student_preference.text', both(wholeBetween(-1, 1), { initial: '0' })],
	[
		'cmi.interactions._children',
		constant('id,objectives,time,type,correct_responses,weighting,student_response,result,latency'),
	],
	['cmi.interactions._count', count],
	['cmi.interactions.n.id', told(identifier12)],
	['cmi.interactions.n.objectives._count', count],
	['cmi.interactions.n.objectives.n.id', told(identifier12)],
	['cmi.interactions.n.time', told(clock12)],
	['cmi.interactions.n.type', told(response)],
	['cmi.interactions.n.correct_responses._count', count],
	['cmi.interactions.n.correct_responses.n.pattern', told(atMost(255))],
	['cmi.interactions.n.weighting', told(decimal)],
	['cmi.interactions.n.student_response', told(atMost(255))],
	['cmi.interactions.n.result', told(result)],
	['cmi.interactions.n.latency', told(timespan12)],
]);
