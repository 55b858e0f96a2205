import { aCourse } from '../../modules/courses/testing.ts';
import type { PersonBuilt } from '../../modules/items/testing.ts';
import {
	createTeam,
	giveSeat,
	giveTraining,
	grantSeats,
	makeJoinLink,
	setTeamMember,
} from '../../modules/organisations/index.ts';
import { anOrganisation } from '../../modules/organisations/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** An organisation that `author` owns and `member` belongs to, with a team, seats, a training, a domain and a link. */
export async function buildOrganisation(
	db: Db,
	{ author, member, admin }: { author: PersonBuilt; member: PersonBuilt; admin: PersonBuilt },
) {
	const { slug, id } = await anOrganisation(db, {
		owner: author,
		members: [member],
		slug: 'harbour',
		name: '海港',
	});
	const course = await aCourse(db, { author, access: 'paid' });
	const other = await aCourse(db, { author });
	const team = await createTeam(db, author.actor, slug, { name: 'Core' });
	await setTeamMember(db, author.actor, slug, { teamId: team, handle: member.handle });
	const pool = await grantSeats(db, admin.actor, slug, { courseId: course.id, seats: 5, months: 12 });
	await giveSeat(db, author.actor, slug, { poolId: pool, handle: member.handle });
	const dueAt = new Date(Date.now() + 20 * 86_400_000);
	const training = await giveTraining(db, author.actor, slug, { courseId: course.id, teamId: team, dueAt });
	const { id: link, token } = await makeJoinLink(db, author.actor, slug, {});
	const domain = 'example.org';
	await db
		.insertInto('organisation_domains')
		.values({ organisation_id: id, domain, mailbox: 'admin', verified_at: new Date() })
		.execute();
	return { slug, course: course.id, other: other.id, team, pool, training, link, token, domain };
}
