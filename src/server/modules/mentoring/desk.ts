import { type Actor, type Member, requireMember } from '../../contracts/actor.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { mentorWork, WAITING_SHOWN, type WaitingList, type WaitingWork } from '../courses/index.ts';

type Row = WaitingWork & { count: number };

const waitingFor = statement<
	{ user: number },
	Row & { id: number; personHandle: string | null; personName: string | null }
>(
	`select q.id, q.title, i.title as about, q.waiting_since as since, u.handle as "personHandle", u.name as "personName",
			count(*) over ()::int as count
		from lesson_questions q join items i on i.id = q.course_id left join users u on u.id = q.asker_id
		where q.mentor_id = :user::bigint and q.status = 'waiting' order by q.waiting_since, q.id limit ${WAITING_SHOWN}`,
);

/** Lesson questions that wait for a mentor are work of theirs. */
mentorWork.register({
	name: 'questions',
	async read(db, mentor) {
		const rows = await waitingFor(db, { user: mentor.userId });
		return {
			count: rows[0]?.count ?? 0,
			rows: rows.map(({ id, title, about, since, personHandle, personName }) => ({
				href: `/lesson-questions/${id}`,
				title,
				about,
				since,
				person: personHandle === null ? null : { handle: personHandle, name: personName ?? personHandle },
			})),
		};
	},
});

/** What waits for one mentor, kind by kind, in the order in which they were registered. */
export interface Desk {
	lists: (WaitingList & { name: string })[];
	total: number;
}

/** Everything that waits for this person as a mentor, in all their courses. @throws common.sign_in_required */
export async function readDesk(db: Db, actor: Actor): Promise<Desk> {
	const mentor: Member = requireMember(actor);
	const lists = await Promise.all(
		[...mentorWork.all.values()].map(async ({ name, read }) => ({ name, ...(await read(db, mentor)) })),
	);
	return { lists, total: lists.reduce((sum, { count }) => sum + count, 0) };
}

const mentors = statement<{ user: number }, { mentors: boolean }>(
	`select exists (select from course_authors where user_id = :user::bigint and role <> 'reviewer')
		or exists (select from items i join courses c on c.item_id = i.id where i.author_id = :user::bigint) as mentors`,
);

/** Whether somebody answers the questions of any course. One statement. */
export async function isMentor(db: Db, userId: number): Promise<boolean> {
	return (await mentors(db, { user: userId }))[0]?.mentors ?? false;
}
