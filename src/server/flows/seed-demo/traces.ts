import { now } from '../../kernel/clock.ts';
// Says what an article is.
import '../../modules/articles/index.ts';
import { saveDraft } from '../../modules/items/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';

const DAY = 86_400_000;
/** What its people left behind in a place that is lived in: notifications, bookmarks, drafts, the log. */
export async function addTraces(tx: Tx, people: ReadonlyMap<string, number>): Promise<void> {
	const id = (handle: string) => people.get(handle) ?? 0;
	await addNotifications(tx, ['mia-c', 'lin-wei', 'he-ping', 'wu-tong'].map(id));
	// Everybody keeps a few of what they voted up.
	await sql`insert into bookmarks (user_id, item_id, created_at)
		select user_id, item_id, created_at from (
			select v.user_id, v.item_id, v.created_at, row_number() over (partition by v.user_id order by md5(v.user_id || ':' || v.item_id)) as place
			from votes v where v.reply_id is null and v.value = 1) kept
		where place <= 3`.execute(tx);
	await addLog(tx, id('lin-wei'), id('mia-c'));
	await addDraft(tx, id('he-ping'), 'zh-CN', '读者为什么会读到旧值：单调读与写后读', [
		'先从一次客服工单说起：用户改了昵称，刷新三次，有一次还是旧的。从库延迟 1.8 秒，复现很容易。',
		'',
		'## 单调读',
		'',
		'把会话钉在一个副本上。副本挂了怎么办，还没写。',
	]);
	await addDraft(tx, id('wu-tong'), 'zh-CN', '线段树的懒标记，什么时候该下推', [
		'等我把第二个例子跑通再发。',
	]);
}

const memberOf = (userId: number) => ({
	userId: userId as never,
	role: 'member' as const,
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/** The last things that happened to what each of these people wrote. */
async function addNotifications(tx: Tx, recipients: number[]): Promise<void> {
	await sql`insert into notifications (user_id, kind, actor_id, item_id, reply_id, created_at)
		select user_id, kind, actor_id, item_id, reply_id, created_at from (
			select told.*, row_number() over (partition by user_id order by created_at desc) as place from (
				select i.author_id as user_id, case r.kind when 'comment' then 'commented' else 'answered' end as kind, r.author_id as actor_id,
					i.id as item_id, r.id as reply_id, r.created_at
				from replies r join items i on i.id = r.item_id where r.author_id <> i.author_id and r.root_id is null
				union all
				select p.author_id, 'commented', r.author_id, r.item_id, r.id, r.created_at
				from replies r join replies p on p.id = coalesce(r.parent_id, r.root_id) where r.author_id <> p.author_id
				union all
				select a.author_id, 'accepted', i.author_id, i.id, a.id, a.created_at + interval '3 hours'
				from items i join replies a on a.id = i.accepted_reply_id where a.author_id <> i.author_id
			) told where user_id = any(${recipients}::bigint[]) and created_at <= ${now()}
		) latest where place <= 12 order by created_at`.execute(tx);
}

/**
 * Puts what people were told into the order in which it happened, as ids follow time. What is older than a fortnight
 * has been read.
 */
export async function orderNotifications(tx: Tx): Promise<void> {
	await sql`update notifications set read_at = created_at + interval '5 hours'
		where read_at is null and created_at < ${new Date(now().getTime() - 14 * DAY)}`.execute(tx);
	await sql`update notifications n set id = told.place + (select max(id) from notifications)
		from (select id, row_number() over (order by created_at, id) as place from notifications) told where told.id = n.id`.execute(
		tx,
	);
	await sql`select setval(pg_get_serial_sequence('notifications', 'id'), (select max(id) from notifications))`.execute(
		tx,
	);
	await sql`update users u set unread_count =
		(select count(*) from notifications n where n.user_id = u.id and n.read_at is null)`.execute(tx);
}

/** What the two who look after the place did: each duplicate that was closed, each item that was pinned. */
async function addLog(tx: Tx, moderator: number, admin: number): Promise<void> {
	await sql`insert into moderation_actions (actor_id, action, item_id, reason, created_at)
		select actor_id, action, item_id, reason, created_at from (
			select ${admin}::bigint as actor_id, 'item:pinned' as action, id as item_id, '' as reason, pinned_at as created_at from items where pinned_at is not null
			union all
			select ${moderator}::bigint, 'item:closed', id,
				case language when 'en' then 'Asked before; the older answers are better.' else '和另一个问题重复，那边的回答更全。' end, closed_at
			from items where closed_at is not null
		) done order by created_at`.execute(tx);
}

async function addDraft(
	tx: Tx,
	authorId: number,
	language: 'zh-CN' | 'en',
	title: string,
	lines: string[],
): Promise<void> {
	const { id: spaceId } = await tx
		.selectFrom('spaces')
		.select('id')
		.where('slug', '=', 'commons')
		.executeTakeFirstOrThrow();
	await saveDraft(tx, memberOf(authorId), {
		kind: 'article',
		spaceId,
		title,
		source: lines.join('\n'),
		tags: [],
		language,
		difficulty: null,
		access: 'free',
	});
}
