import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { ago } from './ago.ts';
import type { Demo } from './read-demo.ts';

/** Ids of the people, by handle. */
export type People = Map<string, UserId>;

/** The people with their sign-ins. @param bios rendered, by handle */
export async function addPeople(
	tx: Tx,
	demo: Demo,
	password: string,
	bios: Map<string, string>,
): Promise<People> {
	const rows = await tx
		.insertInto('users')
		.values(
			demo.people.map((person) => ({
				handle: person.handle,
				name: person.shown ?? person.name,
				email: `${person.handle}@demo.stoa.example`,
				email_verified: true,
				face: JSON.stringify(person.face),
				role: person.role ?? 'member',
				locale: person.lang,
				time_zone: person.time_zone,
				headline: person.headline,
				bio: person.bio,
				bio_html: bios.get(person.handle) ?? '',
				expertise: person.expertise,
				origin: 'demo',
				created_at: ago(person.joined_days_ago),
			})),
		)
		.returning(['id', 'handle'])
		.execute();
	await tx
		.insertInto('identities')
		.values(
			rows.map(({ id }) => ({ user_id: id, account_id: String(id), provider_id: 'credential', password })),
		)
		.execute();
	return new Map(rows.map(({ id, handle }) => [handle, id]));
}

/** Everybody follows what they know about and those who teach. */
export async function addFollows(
	tx: Tx,
	demo: Demo,
	people: People,
	tagIds: ReadonlyMap<string, number>,
): Promise<void> {
	const rows = demo.people.flatMap((person) =>
		person.expertise
			.filter((slug) => tagIds.has(slug))
			.map((slug) => ({ user_id: people.get(person.handle)!, tag_id: tagIds.get(slug)! })),
	);
	const teachers = ['lin-wei', 'he-ping', 'ada-k', 'jonas-w'];
	const persons = demo.people.flatMap((person) =>
		teachers
			.filter((handle) => handle !== person.handle)
			.map((handle) => ({ user_id: people.get(person.handle)!, person_id: people.get(handle)! })),
	);
	await tx.insertInto('follows').values(rows).execute();
	await tx.insertInto('follows').values(persons).execute();
	await sql`update tags set follower_count = (select count(*) from follows where follows.tag_id = tags.id)`.execute(
		tx,
	);
}
