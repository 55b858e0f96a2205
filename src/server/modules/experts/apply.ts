import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { normaliseTag } from '../items/index.ts';
import { holdMedia } from '../media/index.ts';
import { DAY, WAIT_DAYS } from './application.ts';
import { expertError } from './errors.ts';
import { type ApplicationInput, applicationSchema, type Evidence } from './schemas.ts';

/**
 * Applies to be known as an expert, or to stay one. What is approved takes the place of what was before.
 *
 * @throws experts.waiting_already, experts.too_soon with `params.days`, experts.tag_unknown, experts.item_not_own,
 *   experts.certificate_not_own, common.invalid_input; refusals of acting and of the files
 */
export async function applyAsExpert(db: Db, actor: Actor, input: ApplicationInput): Promise<{ id: number }> {
	const { userId } = requireActing(actor, 'public');
	const given = validate(applicationSchema, input);
	return inTransaction(db, async (tx) => {
		// One's own applications take turns.
		await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
		await demandTime(tx, userId);
		const tags = await tagsOf(tx, given.tags);
		const expert = await tx
			.selectFrom('experts')
			.select('status')
			.where('user_id', '=', userId)
			.executeTakeFirst();
		const { id } = await tx
			.insertInto('expert_applications')
			.values({
				user_id: userId,
				renews: expert?.status === 'active' || expert?.status === 'expired',
				statement: given.statement,
				private_note: given.privateNote,
				languages: given.languages,
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('expert_application_tags')
			.values(tags.map((tag_id) => ({ application_id: id, tag_id })))
			.execute();
		for (const evidence of given.evidence) await keepEvidence(tx, actor, id, userId, evidence);
		await emit(tx, userId, 'experts.changed', { userId, applicationId: id, change: 'applied' });
		return { id };
	});
}

/** @throws experts.waiting_already, experts.too_soon */
async function demandTime(tx: Tx, userId: UserId): Promise<void> {
	const { rows } = await sql<{ waiting: boolean; last: Date | null }>`select
		exists (select from expert_applications where user_id = ${userId} and status = 'waiting') as waiting,
		greatest((select max(decided_at) from expert_applications where user_id = ${userId} and status = 'refused'),
			(select revoked_at from experts where user_id = ${userId} and status = 'revoked')) as last`.execute(tx);
	const { waiting, last } = rows[0]!;
	if (waiting) throw expertError('waiting_already');
	const days = last === null ? 0 : Math.ceil(WAIT_DAYS - (now().getTime() - last.getTime()) / DAY);
	if (days > 0) throw expertError('too_soon', { params: { days } });
}

async function tagsOf(tx: Tx, names: readonly string[]): Promise<number[]> {
	const slugs = [...new Set(names.map((name) => normaliseTag(name)))];
	const { rows } = await sql<{
		id: number;
		slug: string;
	}>`select id, slug from tags where slug = any(${slugs}::text[])`.execute(tx);
	const missing = slugs.find((slug) => !rows.some((row) => row.slug === slug));
	if (missing !== undefined)
		throw expertError('tag_unknown', {
			fields: { tags: 'experts.tag_unknown' },
			params: { tag: missing || '?' },
		});
	return rows.map(({ id }) => id);
}

async function keepEvidence(
	tx: Tx,
	actor: Actor,
	applicationId: number,
	userId: UserId,
	evidence: Evidence,
): Promise<void> {
	if (evidence.kind === 'item') {
		const own = await tx
			.selectFrom('items')
			.select('id')
			.where('id', '=', evidence.itemId)
			.where('status', '=', 'published')
			.where((eb) =>
				eb.or([
					eb('author_id', '=', userId),
					eb.exists(
						eb
							.selectFrom('replies')
							.select('id')
							.whereRef('item_id', '=', 'items.id')
							.where('author_id', '=', userId)
							.where('status', '=', 'published'),
					),
				]),
			)
			.executeTakeFirst();
		if (!own) throw expertError('item_not_own', { fields: { evidence: 'experts.item_not_own' } });
	}
	if (evidence.kind === 'certificate') {
		const own = await tx
			.selectFrom('certificates')
			.select('id')
			.where('token', '=', evidence.body)
			.where('user_id', '=', userId)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		if (!own)
			throw expertError('certificate_not_own', { fields: { evidence: 'experts.certificate_not_own' } });
	}
	const { id } = await tx
		.insertInto('expert_evidence')
		.values({
			application_id: applicationId,
			kind: evidence.kind,
			title: evidence.title,
			body: 'body' in evidence ? evidence.body : '',
			item_id: evidence.kind === 'item' ? evidence.itemId : null,
			shown: evidence.shown,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (evidence.kind !== 'file') return;
	// Whether it is theirs is asked before anything refers to it.
	await holdMedia(tx, actor, { mediaId: evidence.mediaId, holder: 'expert-evidence', holderId: id });
	await tx.updateTable('expert_evidence').set({ media_id: evidence.mediaId }).where('id', '=', id).execute();
}

/** Takes one's own application back while it waits. @throws experts.application_not_found, experts.decided_already */
export async function withdrawApplication(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('expert_applications')
			.select('status')
			.where('id', '=', id)
			.where('user_id', '=', userId)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!row) throw expertError('application_not_found');
		if (row.status !== 'waiting') throw expertError('decided_already');
		await tx
			.updateTable('expert_applications')
			.set({ status: 'withdrawn', decided_at: now() })
			.where('id', '=', id)
			.execute();
		await emit(tx, userId, 'experts.changed', { userId, applicationId: id, change: 'withdrawn' });
	});
}
