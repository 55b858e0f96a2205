import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
// Says what an article is.
import '../../modules/articles/index.ts';
import { saveDraft } from '../../modules/items/index.ts';
import { placeOrder, sandboxPayment, startPayment } from '../../modules/orders/index.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { settlePayment } from '../settle-payment.ts';

const DAY = 86_400_000;
const SHARE = 2000;

/** Buyers and the paid articles that each of them bought. None of them is a printed sign-in: those shall try it themselves. */
const purchases: [buyer: string, slug: string][] = [
	['kenji-s', 'kv-cache-arithmetic'],
	['nora-l', 'kv-cache-arithmetic'],
	['fang-yi', 'rag-evaluation-set'],
	['gu-nan', 'online-ddl-lock-queue'],
	['jiang-he', 'online-ddl-lock-queue'],
	['sam-r', 'retransmission-timers'],
];

/** What its people left behind in a place that is lived in: notifications, bookmarks, drafts, orders, the log. */
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
	for (const [buyer, slug] of purchases) await addPurchase(tx, id(buyer), slug);
}

const memberOf = (userId: number) => ({
	userId: userId as never,
	role: 'member' as const,
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/** The last things that happened to what each of these people wrote; what is older than a fortnight has been read. */
async function addNotifications(tx: Tx, recipients: number[]): Promise<void> {
	await sql`insert into notifications (user_id, kind, actor_id, item_id, reply_id, created_at, read_at)
		select user_id, kind, actor_id, item_id, reply_id, created_at,
			case when created_at < ${new Date(now().getTime() - 14 * DAY)} then created_at + interval '5 hours' end
		from (
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
	await sql`update users u set unread_count =
		(select count(*) from notifications n where n.user_id = u.id and n.read_at is null)
		where id = any(${recipients}::bigint[])`.execute(tx);
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

/** Through the same doors as everybody: order, payment, message of the provider, ledger, entitlement. */
async function addPurchase(tx: Tx, buyerId: number, slug: string): Promise<void> {
	const offer = await tx
		.selectFrom('offers')
		.innerJoin('items', 'items.id', 'offers.item_id')
		.select(['offers.id', 'offers.amount', 'offers.currency'])
		.where('items.slug', '=', slug)
		.executeTakeFirst();
	if (!offer) return;
	const buyer = memberOf(buyerId);
	const { orderId } = await placeOrder(tx, buyer, { offerId: offer.id, key: `demo-${buyerId}-${offer.id}` });
	const { reference } = await startPayment(tx, buyer, orderId, 'sandbox');
	await settlePayment(
		tx,
		{
			provider: 'sandbox',
			noticeId: `demo-${orderId}`,
			reference,
			outcome: 'succeeded',
			amount: offer.amount,
			currency: offer.currency as Currency,
			body: '',
		},
		SHARE,
	);
	// The sandbox learns of it, so that its bill of the day has it, too.
	await sandboxPayment(tx, reference);
}
