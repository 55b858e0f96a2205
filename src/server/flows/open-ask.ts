import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { now } from '../kernel/clock.ts';
import { commonError } from '../kernel/errors.ts';
import type { ItemId } from '../kernel/ids.ts';
import { validate } from '../kernel/validate.ts';
import { askError, lockAsk, tell } from '../modules/asks/index.ts';
import { publishItem, reply } from '../modules/items/index.ts';
import { acceptAnswer } from '../modules/questions/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';

const schema = z.object({
	askId: z.coerce.number().int().positive(),
	spaceId: z.coerce.number('items.id_shape').int('items.id_shape').positive('items.id_shape'),
	tags: z.array(z.string()),
});

/**
 * Makes a paid question a free one that everybody may read, as its asker agreed when asking: a question of the asker with
 * the expert's answer, accepted. Either of the two may do it. Nobody pays for listening in from then on.
 *
 * @returns the question, as an item of the spine
 * @throws asks.not_found for anybody else; asks.not_open when the asker did not agree; asks.wrong_status when it is not
 *   answered, or open already; as `publishItem`
 */
export async function openAsk(
	db: Db,
	actor: Actor,
	input: unknown,
): Promise<{ id: ItemId; kind: string; slug: string }> {
	const { userId } = requireActing(actor, 'public');
	const { askId, spaceId, tags } = validate(schema, input);
	return inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, askId);
		if (ask.asker_id !== userId && ask.expert_id !== userId) throw askError('not_found');
		if (!ask.open) throw askError('not_open');
		if (ask.status !== 'answered' || ask.item_id !== null) throw askError('wrong_status');
		const space = await tx.selectFrom('spaces').select('access').where('id', '=', spaceId).executeTakeFirst();
		// Free is what everybody may read.
		if (space?.access !== 'public')
			throw commonError('invalid_input', { fields: { spaceId: 'items.space_not_found' } });
		const text = await textsOf(tx, askId);
		const [asker, expert] = [asAuthor(ask.asker_id), asAuthor(ask.expert_id)];
		const item = await publishItem(tx, asker, {
			kind: 'question',
			spaceId,
			title: ask.title,
			source: joined(text.question, text.followup),
			tags,
			language: ask.language as 'zh-CN' | 'en',
			access: 'free',
		});
		const { id: replyId } = await reply(tx, expert, {
			itemId: item.id,
			kind: 'answer',
			source: joined(text.answer, text.reply),
		});
		await acceptAnswer(tx, asker, { itemId: item.id, replyId });
		if (ask.listen_offer_id !== null)
			await tx
				.updateTable('offers')
				.set({ retired_at: now() })
				.where('id', '=', ask.listen_offer_id)
				.where('retired_at', 'is', null)
				.execute();
		await tx
			.updateTable('asks')
			.set({ item_id: item.id, listen_offer_id: null })
			.where('id', '=', askId)
			.execute();
		await tell(tx, ask, 'opened', userId);
		return item;
	});
}

/** Both agreed: the asker when asking, the expert by answering what was asked so. Each text is its writer's. */
function asAuthor(userId: number): Actor {
	return { userId, role: 'member', emailVerified: true, suspended: false, scopes: null };
}

async function textsOf(tx: Tx, askId: number): Promise<Record<string, string>> {
	const rows = await tx
		.selectFrom('ask_texts')
		.select(['part', 'source'])
		.where('ask_id', '=', askId)
		.execute();
	return Object.fromEntries(rows.map(({ part, source }) => [part, source]));
}

const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join('\n\n---\n\n');
