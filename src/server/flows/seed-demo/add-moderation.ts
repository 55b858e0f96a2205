import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import '../../modules/articles/index.ts';
import {
	addNote,
	appealDecision,
	type DecisionInput,
	decideAppeal,
	decideCase,
	moderationHandlers,
	type Reason,
	report,
	saveCanned,
} from '../../modules/moderation/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { dispatchEvent } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface Moderation {
	texts: { key: string; item: string; by: string; days_ago: number; text: string }[];
	cases: {
		text?: string;
		item?: string;
		person?: string;
		reports: { by: string; days_ago: number; reason: Reason; words?: string }[];
		note?: { by: string; days_ago: number; text: string };
		decision?: DecisionInput & { by: string; days_ago: number };
		appeal?: {
			days_ago: number;
			words: string;
			answer?: string;
			by?: string;
			answered_days_ago?: number;
			reverse?: boolean;
		};
	}[];
	canned: { title: string; text: string; category: string; language: string }[];
}

/** What the demo's moderators have before them: reports, cases that wait and that are decided, an appeal of each sort. */
export async function addModeration(tx: Tx, dir: string, people: People): Promise<void> {
	const demo = parse(readFileSync(join(dir, 'moderation.yaml'), 'utf8')) as Moderation;
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const actor = (handle: string): Actor => ({
		userId: people.get(handle) as UserId,
		role: handle === 'mia-c' ? 'admin' : handle === 'lin-wei' ? 'moderator' : 'member',
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	const itemNamed = async (title: string) =>
		(await tx.selectFrom('items').select('id').where('title', '=', title).executeTakeFirst())?.id;
	const texts = new Map<string, { id: number; by: string }>();
	for (const one of demo.texts) {
		const itemId = await itemNamed(one.item);
		if (itemId !== undefined)
			texts.set(one.key, { id: await addComment(tx, itemId, actor(one.by).userId, one), by: one.by });
	}
	for (const one of demo.cases) {
		const text = one.text ? texts.get(one.text) : undefined;
		const itemId = one.item ? await itemNamed(one.item) : undefined;
		if (!text && !itemId && !one.person) continue;
		const what = text ? { replyId: text.id } : itemId ? { itemId } : { handle: one.person as string };
		for (const { by, days_ago, reason, words } of one.reports)
			await at(ago(days_ago), () => report(tx, actor(by), { ...what, reason, words: words ?? '' }));
		const { id } = await tx
			.selectFrom('moderation_cases')
			.select('id')
			.orderBy('id', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		if (one.note)
			await at(ago(one.note.days_ago), () => addNote(tx, actor(one.note!.by), id, { text: one.note!.text }));
		if (!one.decision) continue;
		const { by, days_ago, ...decision } = one.decision;
		const decided = await at(ago(days_ago), () => decideCase(tx, { actor: actor(by) }, id, decision));
		const { appeal } = one;
		if (!appeal || !text) continue;
		const asked = await at(ago(appeal.days_ago), () =>
			appealDecision(tx, actor(text.by), decided.id, { words: appeal.words }),
		);
		if (appeal.answer && appeal.by)
			await at(ago(appeal.answered_days_ago ?? 0), () =>
				decideAppeal(tx, actor(appeal.by as string), asked.id, {
					reverse: appeal.reverse ?? false,
					answer: appeal.answer as string,
				}),
			);
	}
	for (const [position, one] of demo.canned.entries())
		await saveCanned(tx, actor('mia-c'), null, { ...one, position });
	await settle(tx, before?.id ?? 0);
}

async function addComment(
	tx: Tx,
	itemId: number,
	authorId: UserId | null,
	{ text, days_ago }: Moderation['texts'][number],
): Promise<number> {
	const { html } = await renderMarkdown(text);
	const created_at = ago(days_ago);
	const { id } = await tx
		.insertInto('replies')
		.values({ item_id: itemId, kind: 'comment', author_id: authorId, source: text, html, created_at })
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('revisions')
		.values({ item_id: itemId, reply_id: id, number: 1, source: text, editor_id: authorId, created_at })
		.execute();
	await sql`update items set reply_count = reply_count + 1, comment_count = comment_count + 1 where id = ${itemId}`.execute(
		tx,
	);
	return id;
}

/** What was done stands in the log; of what happened days ago nobody is told today, but of the appeal that waits. */
async function settle(tx: Tx, before: number): Promise<void> {
	const events = await tx.selectFrom('events').select('id').where('id', '>', before).orderBy('id').execute();
	for (const { id } of events) await dispatchEvent(tx, moderationHandlers, id);
	await tx
		.deleteFrom('events')
		.where('id', '>', before)
		.where((eb) =>
			eb.not(
				eb.and([
					eb('type', '=', 'moderation.appealed'),
					sql<boolean>`exists (select from moderation_appeals a where a.id = (payload ->> 'appealId')::bigint and a.status = 'open')`,
				]),
			),
		)
		.execute();
}
