import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { requireOperator } from './policy.ts';

const segmentSchema = z.object({
	segment: z.string().regex(/^[a-z0-9-]{1,40}$/, 'catalog.segment'),
	handles: z.array(z.string().max(60)).max(1000),
});

/**
 * Makes the named people a segment, in place of who was in it: prices and discounts may be for them. Administrators may.
 *
 * @returns how many of them there are
 * @throws common.forbidden, common.invalid_input
 */
export async function setSegment(db: Db, actor: Actor, input: unknown): Promise<number> {
	requireOperator(actor);
	const { segment, handles } = validate(segmentSchema, input);
	await sql`delete from segment_people where segment = ${segment}
		and user_id not in (select id from users where handle = any(${handles}::text[]))`.execute(db);
	await sql`insert into segment_people (segment, user_id)
		select ${segment}, id from users where handle = any(${handles}::text[]) on conflict do nothing`.execute(
		db,
	);
	const { n } = await db
		.selectFrom('segment_people')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('segment', '=', segment)
		.executeTakeFirstOrThrow();
	return Number(n);
}

/** The segments that there are, with how many people are in each. Administrators may. One statement. */
export async function listSegments(db: Db, actor: Actor): Promise<{ segment: string; people: number }[]> {
	requireOperator(actor);
	const rows = await db
		.selectFrom('segment_people')
		.select((eb) => ['segment', eb.fn.countAll<number>().as('people')])
		.groupBy('segment')
		.orderBy('segment')
		.limit(200)
		.execute();
	return rows.map(({ segment, people }) => ({ segment, people: Number(people) }));
}
