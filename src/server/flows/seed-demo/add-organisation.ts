import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import {
	addLesson,
	createCourse,
	draftOutline,
	enrol,
	readLesson,
	recordProgress,
	saveLesson,
} from '../../modules/courses/index.ts';
import { listPaths } from '../../modules/credentials/index.ts';
import { saveDraft } from '../../modules/items/index.ts';
import {
	acceptJoinInvitation,
	createTeam,
	findOrganisation,
	foundOrganisation,
	giveTeamSeats,
	giveTraining,
	grantSeats,
	makeJoinLink,
	setMemberRole,
	setTeamMember,
} from '../../modules/organisations/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { publishCourse } from '../author-course.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface Company {
	slug: string;
	name: string;
	about: string;
	owner: string;
	domain: string;
	people: { handle: string; role?: 'admin'; days_ago: number }[];
	teams: { name: string; claim: string; lead: string; people: string[] }[];
	seats: { course: string; seats: number; months: number; note: string; team: string };
	trainings: {
		course?: string;
		path?: true;
		team?: string;
		days_ago: number;
		due_in: number;
		note?: string;
	}[];
	course: { author: string; title: string; summary: string; lessons: { title: string; text: string }[] };
	learners: { handle: string; lessons: number; days_ago: number }[];
}

/** A company that learns here, with everything that it has done in the last weeks. */
export async function addOrganisation(
	tx: Tx,
	dir: string,
	people: People,
	courses: ReadonlyMap<string, ItemId>,
): Promise<void> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const company = parse(readFileSync(join(dir, 'organisation.yaml'), 'utf8')) as Company;
	const actor = (handle: string, role: Actor['role'] = 'member'): Actor => ({
		userId: people.get(handle) as UserId,
		role,
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	const owner = actor(company.owner);
	const { slug, name, about } = company;
	const { id } = await at(ago(75), () => foundOrganisation(tx, owner, { slug, name, about }));
	const { token } = await at(ago(74), () => makeJoinLink(tx, owner, slug, { maxUses: 50, days: 90 }));
	for (const { handle, role, days_ago } of company.people)
		await at(ago(days_ago), async () => {
			await acceptJoinInvitation(tx, actor(handle), token);
			if (role) await setMemberRole(tx, owner, slug, { handle, role });
		});
	await tx
		.insertInto('organisation_domains')
		.values({
			organisation_id: id,
			domain: company.domain,
			mailbox: 'postmaster',
			asked_at: ago(73),
			verified_at: ago(73),
		})
		.execute();
	const joined = new Map(company.people.map(({ handle, days_ago }) => [handle, days_ago]));
	const teams = new Map<string, number>();
	for (const { name, claim, lead, people: inTeam } of company.teams) {
		const teamId = await at(ago(64), () => createTeam(tx, owner, slug, { name, claim }));
		teams.set(name, teamId);
		for (const handle of [lead, ...inTeam])
			await at(ago(handle === lead ? 50 : Math.min(32, joined.get(handle)! - 1)), () =>
				setTeamMember(tx, owner, slug, { teamId, handle, leads: handle === lead }),
			);
	}
	const { course, team, ...contract } = company.seats;
	const poolId = await at(ago(36), () =>
		grantSeats(tx, actor('mia-c', 'admin'), slug, { ...contract, courseId: courses.get(course)! }),
	);
	await at(ago(31), () => giveTeamSeats(tx, owner, slug, { poolId, teamId: teams.get(team)! }));
	const [path] = await listPaths(tx, owner);
	for (const training of company.trainings) {
		const dueAt = ago(-training.due_in);
		await at(ago(training.days_ago), () =>
			giveTraining(tx, actor('he-ping'), slug, {
				courseId: training.course ? courses.get(training.course)! : null,
				pathId: training.path ? path!.id : null,
				teamId: training.team ? teams.get(training.team)! : null,
				dueAt,
				note: training.note ?? '',
			}),
		);
	}
	await addOwnCourse(tx, company, actor);
	await addScores(tx, id);
	// Told person by person above; a log is read by time.
	await sql`update organisation_log l set id = -told.place from (select id, row_number() over (order by done_at, id) as place
		from organisation_log) told where told.id = l.id`.execute(tx);
	await sql`update organisation_log set id = -id`.execute(tx);
	// What happened weeks ago is told to nobody today.
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
}

/** A course in the company's own space, and who has begun it. */
async function addOwnCourse(
	tx: Tx,
	{ slug, course, learners }: Company,
	actor: (handle: string) => Actor,
): Promise<void> {
	const author = actor(course.author);
	const { spaceId } = (await findOrganisation(tx, author, slug))!;
	const { id: courseId } = await at(ago(30), () =>
		createCourse(tx, author, { title: course.title, spaceId: spaceId!, language: 'zh-CN' }),
	);
	await saveDraft(tx, author, {
		draftId: courseId,
		kind: 'course',
		spaceId: spaceId!,
		title: course.title,
		source: course.summary,
		tags: [],
		language: 'zh-CN',
		difficulty: 'beginner',
		access: 'free',
	});
	const [section] = (await draftOutline(tx, author, courseId)).sections;
	const lessons: number[] = [];
	for (const { title, text } of course.lessons) {
		const { id } = await addLesson(tx, author, courseId, { sectionId: section!.id, kind: 'text', title });
		await saveLesson(tx, author, { courseId, lessonId: id }, { title, source: text });
		lessons.push(id);
	}
	await at(ago(29), () => publishCourse(tx, author, courseId));
	for (const { handle, lessons: done, days_ago } of learners)
		await at(ago(days_ago), async () => {
			await enrol(tx, actor(handle), courseId);
			for (const lessonId of lessons.slice(0, done)) await readThrough(tx, actor(handle), courseId, lessonId);
		});
}

/** What they got in the quizzes and exercises that they have done. */
async function addScores(tx: Tx, organisationId: number): Promise<void> {
	await sql`update lesson_progress p set score = 0.62 + (p.user_id * 7 + p.lesson_id * 13) % 38 / 100.0 from lessons l
		where l.id = p.lesson_id and l.kind in ('quiz', 'exercise') and p.completed_at is not null and p.score is null
			and p.user_id in (select user_id from organisation_members where organisation_id = ${organisationId})`.execute(
		tx,
	);
}

/** Six minutes with every paragraph of a lesson. */
async function readThrough(tx: Tx, actor: Actor, courseId: ItemId, lessonId: number): Promise<void> {
	const page = await readLesson(tx, actor, { courseId, lessonId });
	const end = Math.floor(ago(0).getTime() / 1000);
	await recordProgress(tx, actor, {
		reports: [
			{
				lessonId,
				covered: [[0, Math.max(1, page?.text?.paragraphs.length ?? 5)]],
				studied: [[end - 360, end]],
				place: 0,
				at: end,
			},
		],
	});
}
