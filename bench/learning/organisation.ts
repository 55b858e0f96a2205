import {
	type LineReport,
	reportOrganisation,
	reportPeople,
	streamReport,
} from '../../src/server/modules/organisations/index.ts';
import { type Db, sql } from '../../src/server/platform/db/index.ts';
import { atMost, median, type Result } from '../report.ts';
import type { School } from './school.ts';

/**
 * The report of an organisation to which all learners of the school belong, in ten teams, with the course given to
 * everybody and to each team: the figures of the whole with the people of a page, everybody at once, and every line of
 * the file.
 */
export async function measureOrganisation(db: Db, school: School, rounds: number): Promise<Result[]> {
	const { rows } = await sql<{
		id: number;
	}>`insert into organisations (slug, name, created_by) values ('bench', 'Bench', 1)
		returning id`.execute(db);
	const id = rows[0]!.id;
	await sql`insert into organisation_members (organisation_id, user_id, role, came_by, joined_at)
		select ${id}, n, case when n = 1 then 'owner' else 'member' end, 'invitation', now() - interval '30 days'
		from generate_series(1, ${school.learners + 1}) n`.execute(db);
	await sql`insert into organisation_teams (organisation_id, name) select ${id}, 'Team ' || n from generate_series(1, 10) n`.execute(
		db,
	);
	await sql`insert into team_members (team_id, organisation_id, user_id, joined_at)
		select t.id, ${id}, n, now() - interval '20 days' from generate_series(2, ${school.learners + 1}) n
			join (select id, row_number() over (order by id) - 1 as at from organisation_teams where organisation_id = ${id}) t on t.at = n % 10`.execute(
		db,
	);
	await sql`insert into trainings (organisation_id, course_id, due_at, created_at)
		values (${id}, ${school.courseId}, now() + interval '5 days', now() - interval '25 days')`.execute(db);
	await sql`insert into trainings (organisation_id, course_id, team_id, due_at, created_at)
		select ${id}, ${school.courseId}, t.id, now() - interval '1 day', now() - interval '25 days' from organisation_teams t where t.organisation_id = ${id}`.execute(
		db,
	);
	await sql`vacuum analyze organisation_members, team_members, trainings`.execute(db);

	const page: number[] = [];
	const people: number[] = [];
	const file: number[] = [];
	for (let round = 0; round < Math.max(3, rounds); round++) {
		page.push(
			await timed(async () => {
				const [overview] = await Promise.all([
					reportOrganisation(db, school.author, 'bench'),
					reportPeople(db, school.author, 'bench'),
				]);
				const { not_begun, under_way, done, overdue } = overview.totals;
				const all = not_begun + under_way + done + overdue;
				if (all !== 2 * school.learners + 1) throw new Error(`The report counts ${all} trainings of people.`);
			}),
		);
		people.push(
			await timed(async () => {
				const all = await reportPeople(db, school.author, 'bench', { limit: 20_000 });
				if (all.items.length !== school.learners + 1)
					throw new Error(`The report has ${all.items.length} people.`);
			}),
		);
		file.push(
			await timed(async () => {
				let lines = 0;
				for await (const piece of await streamReport(db, school.author, 'bench'))
					lines += (piece as LineReport[]).length;
				if (lines !== 2 * school.learners + 1) throw new Error(`The file has ${lines} lines.`);
			}),
		);
	}
	const of = school.learners.toLocaleString('en-US');
	return [
		atMost(`organisation of ${of}: the page of its report`, median(page), 'ms', 2000),
		atMost(`organisation of ${of}: everybody in figures`, median(people), 'ms', 2000),
		atMost(`organisation of ${of}: every line of the file`, median(file), 'ms', 4000),
	];
}

async function timed(work: () => Promise<void>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}
