import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { findCourse, has, readLearnerCourse } from '../courses/index.ts';
import { claim } from './claims.ts';
import { ltiError } from './errors.ts';
import { signingKey } from './keys.ts';
import type { DeepRequest } from './launch.ts';
import { findPlatform } from './platforms.ts';

/** What a link of a platform is to lead to. */
export interface Chosen {
	courseId: ItemId;
	lessonId: LessonId | null;
}

/** The answer to a platform that asked: a signed text that the browser brings back. */
export interface DeepAnswer {
	returnUrl: string;
	jwt: string;
}

/**
 * Answers deep linking: notes what was chosen, by whom, and signs a link to it. Whoever chooses must be able to read the
 * course; that its makers chose it is noted, as only their choice may open what costs.
 *
 * @param chooser who chooses: signed in here by an account of their own, not only by the platform's word
 * @throws lti.course_unknown, lti.platform_unknown; refusals of signing in
 */
export async function answerDeepLink(
	db: Db,
	chooser: Actor,
	tools: { secret: string; origin: string },
	request: DeepRequest,
	chosen: Chosen,
): Promise<DeepAnswer> {
	const { userId } = requireActing(chooser);
	const platform = await findPlatform(db, request.platformId);
	if (!platform) throw ltiError('platform_unknown');
	const course = await readLearnerCourse(db, chooser, chosen.courseId);
	const lesson = chosen.lessonId && course?.outline.lessons.find(({ id }) => id === chosen.lessonId);
	if (!course || (chosen.lessonId && !lesson)) throw ltiError('course_unknown');
	const maker = has((await findCourse(db, chooser, chosen.courseId))?.role ?? null, 'publish');
	const token = randomBytes(16).toString('base64url');
	await db
		.insertInto('lti_choices')
		.values({
			platform_id: platform.id,
			deployment: request.deployment,
			course_id: chosen.courseId,
			lesson_id: chosen.lessonId,
			token,
			by_maker: maker,
			chosen_by: userId,
			chosen_at: now(),
		})
		.execute();
	const path = lesson ? `/courses/${course.id}/lessons/${lesson.id}` : `/courses/${course.id}`;
	const { kid, key } = await signingKey(db, tools.secret);
	const seconds = Math.floor(now().getTime() / 1000);
	const jwt = await new SignJWT({
		[claim.type]: 'LtiDeepLinkingResponse',
		[claim.version]: '1.3.0',
		[claim.deployment]: request.deployment,
		...(request.data === null ? {} : { [claim.data]: request.data }),
		[claim.items]: [
			{
				type: 'ltiResourceLink',
				title: lesson ? lesson.title : course.title,
				url: `${tools.origin}${path}`,
				custom: { stoa_choice: token },
				// The platform makes a column of its grade book for it.
				lineItem: { scoreMaximum: 100, label: lesson ? lesson.title : course.title },
			},
		],
		nonce: randomBytes(16).toString('base64url'),
	})
		.setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
		.setIssuer(platform.clientId)
		.setAudience(platform.issuer)
		.setIssuedAt(seconds)
		.setExpirationTime(seconds + 300)
		.sign(key);
	return { returnUrl: request.returnUrl, jwt };
}

/** A course that may be chosen, with its lessons. */
export interface Choice {
	id: ItemId;
	title: string;
	lessons: { id: LessonId; title: string }[];
}

/** Courses that somebody makes, with the lessons that are published: what their links may lead to. */
export async function coursesToChoose(db: Db, actor: Actor): Promise<Choice[]> {
	const { userId } = requireActing(actor);
	const { rows } =
		await sql<Choice>`select i.id, i.title, coalesce((select json_agg(json_build_object('id', v.lesson_id,
				'title', r.title) order by v.number)
			from version_lessons v join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
			where v.course_id = c.item_id and v.version = c.version), '[]') as lessons
		from courses c join items i on i.id = c.item_id
		where c.version is not null and i.status = 'published' and (i.author_id = ${userId}
			or exists (select from course_authors a where a.course_id = c.item_id and a.user_id = ${userId} and a.role = 'author'))
		order by c.published_at desc nulls last limit 100`.execute(db);
	return rows;
}
