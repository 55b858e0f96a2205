import { createHash } from 'node:crypto';
import { activityTypes, type Verb, verbs } from './vocabulary.ts';

/** Something that happened, in the words of this place. */
export interface Happened {
	/** What its id is made of: of one event there is one statement. */
	key: string;
	verb: Verb;
	at: Date;
	learner: { id: number; name: string; email: string };
	object: Activity;
	/** The course that it belongs to, where it is not the course itself. */
	course: Activity | null;
	/** From 0 to 1. */
	score?: number | null;
	success?: boolean;
	completion?: boolean;
	seconds?: number;
	language: string;
}

export interface Activity {
	type: keyof typeof activityTypes;
	/** Path below this place. */
	path: string;
	name: string;
	language: string;
}

export interface Speaker {
	/** Scheme and host of this place. */
	origin: string;
	/** By a number that only this place can turn into a person, or by the address of their mail. */
	actor: 'account' | 'mbox';
}

/** A statement of xAPI 1.0.3. */
export type Statement = Record<string, unknown> & { id: string };

const NAMESPACE_URL = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A name of its own for a text: a UUID of version 5 (RFC 9562). */
export function uuidOf(text: string): string {
	const hash = createHash('sha1').update(NAMESPACE_URL).update(text).digest().subarray(0, 16);
	hash[6] = (hash[6]! & 0x0f) | 0x50;
	hash[8] = (hash[8]! & 0x3f) | 0x80;
	const hex = hash.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Seconds as an ISO 8601 duration, as xAPI asks for. */
export function durationOf(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s || (!h && !m) ? `${s}S` : ''}`;
}

const tagOf = (language: string) => (language === 'en' ? 'en-US' : language);

function activity(origin: string, { type, path, name, language }: Activity) {
	return {
		objectType: 'Activity',
		id: `${origin}${path}`,
		definition: { type: activityTypes[type], name: { [tagOf(language)]: name } },
	};
}

/** Who it was: the account here, by its number; or their address, where the operator chose so. */
export function actorOf({ origin, actor }: Speaker, learner: Happened['learner']) {
	return actor === 'mbox'
		? { objectType: 'Agent', name: learner.name, mbox: `mailto:${learner.email}` }
		: { objectType: 'Agent', account: { homePage: origin, name: String(learner.id) } };
}

/** The statement of what happened. Pure: made twice, it is the same. */
export function statementOf(speaker: Speaker, given: Happened): Statement {
	const { origin } = speaker;
	const result = {
		...(given.score == null ? {} : { score: { scaled: Math.round(given.score * 10_000) / 10_000 } }),
		...(given.success === undefined ? {} : { success: given.success }),
		...(given.completion === undefined ? {} : { completion: given.completion }),
		...(given.seconds === undefined ? {} : { duration: durationOf(given.seconds) }),
	};
	const course = given.course ?? (given.object.type === 'course' ? given.object : null);
	return {
		id: uuidOf(`${origin}/statements/${given.key}`),
		actor: actorOf(speaker, given.learner),
		verb: { id: verbs[given.verb].id, display: { 'en-US': verbs[given.verb].display } },
		object: activity(origin, given.object),
		...(Object.keys(result).length > 0 ? { result } : {}),
		context: {
			platform: 'Stoa',
			language: tagOf(given.language),
			// All that one learner does in one course goes by one name.
			...(course ? { registration: uuidOf(`${origin}${course.path}/learners/${given.learner.id}`) } : {}),
			...(given.course ? { contextActivities: { parent: [activity(origin, given.course)] } } : {}),
		},
		timestamp: given.at.toISOString(),
		version: '1.0.0',
	};
}
