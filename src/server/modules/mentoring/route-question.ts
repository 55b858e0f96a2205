import { now } from '../../kernel/clock.ts';
import type { ItemId, TagId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { type Candidate, pickMentor } from './pick-mentor.ts';

/** From which votes on answers elsewhere somebody counts as knowing a tag. */
const KNOWN_FROM = 3;

/**
 * Who may answer questions of a course: not who asks, nobody who is away or suspended, nobody in `but`. They know the
 * tags when they say so, or when answers of theirs under a tag came to {@link KNOWN_FROM} votes.
 */
async function candidatesOf(
	tx: Tx,
	courseId: ItemId,
	{ tagId, but }: { tagId: TagId | null; but: readonly (UserId | null)[] },
): Promise<Candidate[]> {
	const left = but.filter((id) => id !== null);
	const { rows } = await sql<Candidate>`with topics as (
			select tag_id from item_tags where item_id = ${courseId} and (${tagId}::bigint is null or tag_id = ${tagId}::bigint)),
		makers as (
			select user_id, role from course_authors where course_id = ${courseId} and role in ('author', 'editor', 'mentor')
			union all select author_id, 'owner' from items where id = ${courseId} and author_id is not null)
		select m.user_id as "userId", m.role,
				exists (select from mentor_tags t join topics using (tag_id) where t.user_id = m.user_id)
				or exists (select from topics join item_tags it using (tag_id) join replies r on r.item_id = it.item_id
					where r.author_id = m.user_id and r.kind = 'answer' and r.status = 'published'
					group by tag_id having sum(r.score) >= ${KNOWN_FROM}) as knows,
				(select count(*)::int from lesson_questions q where q.mentor_id = m.user_id and q.status = 'waiting') as load,
				(select max(q.assigned_at) from lesson_questions q where q.mentor_id = m.user_id) as "lastAt"
			from makers m join users u on u.id = m.user_id left join mentor_settings s on s.user_id = m.user_id
			where not (m.user_id = any(${left}::bigint[]))
				and not exists (select from suspensions x where x.user_id = m.user_id and x.lifted_at is null
					and (x.ends_at is null or x.ends_at > ${now()}))
				and (s.away_until is null or s.away_until <= ${now()}::date)`.execute(tx);
	return rows;
}

/**
 * Finds whom a question of a course goes to. Locks the course's row, so that questions that come at once are spread as if
 * they had come one after another.
 *
 * @returns null when there is nobody
 */
export async function routeQuestion(
	tx: Tx,
	courseId: ItemId,
	about: { tagId: TagId | null; but: readonly (UserId | null)[] },
): Promise<UserId | null> {
	await tx.selectFrom('courses').select('item_id').where('item_id', '=', courseId).forNoKeyUpdate().execute();
	return pickMentor(await candidatesOf(tx, courseId, about))?.userId ?? null;
}

/** Notes by which way a question came to whom. */
export async function noteMove(
	tx: Tx,
	move: {
		questionId: number;
		mentorId: UserId | null;
		movedBy: UserId | null;
		how: 'routed' | 'taken' | 'passed' | 'assigned';
		note?: string;
	},
): Promise<void> {
	await tx
		.insertInto('lesson_question_moves')
		.values({
			question_id: move.questionId,
			mentor_id: move.mentorId,
			moved_by: move.movedBy,
			how: move.how,
			note: move.note ?? '',
			at: now(),
		})
		.execute();
}
