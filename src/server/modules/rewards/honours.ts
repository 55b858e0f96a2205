import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { PersonCard } from '../accounts/index.ts';
import { rewardError } from './errors.ts';
import { requireStaff } from './gate.ts';
import { personNamed } from './give-badge.ts';
import { type HonourInput, honourSchema, type Texts } from './schemas.ts';

export interface Honour {
	id: number;
	names: Texts;
	/** Of which year; null: for good. */
	year: number | null;
	reason: string;
	givenAt: Date;
	person: Pick<PersonCard, 'id' | 'handle' | 'name' | 'image' | 'face' | 'role'>;
}

/** Honours somebody. @throws rewards.person_not_found, common.invalid_input, common.forbidden; refusals of acting */
export async function giveHonour(db: Db, actor: Actor, input: HonourInput): Promise<{ id: number }> {
	const { userId } = requireStaff(actor);
	const given = validate(honourSchema, input);
	return inTransaction(db, async (tx) => {
		const person = await personNamed(tx, given.handle);
		const row = await tx
			.insertInto('honours')
			.values({
				user_id: person,
				names: JSON.stringify(given.names),
				year: given.year,
				reason: given.reason,
				given_by: userId,
				given_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await emit(tx, userId, 'rewards.earned', {
			userId: person,
			what: 'honour',
			name: given.names.en,
			id: row.id,
		});
		return row;
	});
}

/** Takes an honour back. @throws rewards.honour_not_found, common.forbidden */
export async function withdrawHonour(db: Db, actor: Actor, id: number): Promise<void> {
	requireStaff(actor);
	const { numUpdatedRows } = await db
		.updateTable('honours')
		.set({ withdrawn_at: now() })
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	if (!Number(numUpdatedRows)) throw rewardError('honour_not_found', { detail: 'There is no such honour.' });
}

/** Honours that stand, the latest first; of a person, when asked. One statement. */
export async function listHonours(
	db: Db,
	page: { person?: UserId | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<Honour>> {
	const limit = Math.min(Math.max(page.limit ?? 40, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const { rows } = await sql<Honour>`select h.id, h.names, h.year, h.reason, h.given_at as "givenAt",
			json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'image', u.image, 'face', u.face, 'role', u.role) as person
		from honours h join users u on u.id = h.user_id
		where h.withdrawn_at is null and (${page.person ?? null}::bigint is null or h.user_id = ${page.person ?? null}::bigint)
			and (${after?.[0] ?? null}::bigint is null or h.id < ${after?.[0] ?? null}::bigint)
		order by h.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, ({ id }) => [id]);
}
