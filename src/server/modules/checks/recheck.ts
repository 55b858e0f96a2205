import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { setTextStatus, type TextStatus } from '../items/index.ts';
import { readStanding } from './glance.ts';
import { keepCheck } from './keep-check.ts';
import { type LoadedChecks, loadChecks } from './load-checks.ts';
import { lookAt } from './look.ts';
import { type CheckReason, strictest } from './reason.ts';
import { domainsAbove, factsOf, mostLookedThrough } from './text-facts.ts';

const days = 30;
/** So many texts are looked at again, the newest first: a minute's work. */
const most = 20_000;
const window = 500;
/** Checks that look at the text alone; only what they said can be taken back by looking again. */
const ofTheText = new Set(['words', 'domains', 'spam', 'toxic']);

interface Row {
	item_id: ItemId;
	reply_id: ReplyId | null;
	author_id: UserId | null;
	revision: number;
	status: 'published' | 'held';
	title: string;
	source: string;
	reasons: CheckReason[] | null;
}

const lastReasons = (item: string, reply: string, revision: string) => `(select c.reasons from text_checks c
	where c.item_id = ${item} and c.reply_id is not distinct from ${reply} and c.revision = ${revision} order by c.id desc limit 1)`;

// What staff wrote is not looked at: they look after the place.
const others = `and coalesce(u.role, 'member') = 'member'`;
const itemsIn = statement<{ from: number; to: number; since: Date }, Row>(
	`select i.id as item_id, null::bigint as reply_id, i.author_id, i.revision, i.status, i.title, b.source,
			${lastReasons('i.id', 'null', 'i.revision')} as reasons
		from items i join item_bodies b on b.item_id = i.id left join users u on u.id = i.author_id
		where i.id > :from::bigint and i.id <= :to::bigint and i.status in ('published', 'held')
			and i.created_at > :since::timestamptz ${others} order by i.id desc`,
);
const repliesIn = statement<{ from: number; to: number; since: Date }, Row>(
	`select r.item_id, r.id as reply_id, r.author_id, r.revision, r.status, '' as title, r.source,
			${lastReasons('r.item_id', 'r.id', 'r.revision')} as reasons
		from replies r left join users u on u.id = r.author_id
		where r.id > :from::bigint and r.id <= :to::bigint and r.status in ('published', 'held')
			and r.created_at > :since::timestamptz ${others} order by r.id desc`,
);

const extent = statement<
	{ since: Date },
	{ items: number; replies: number; newest_item: number; newest_reply: number }
>(
	`select (select count(*)::int from items where created_at > :since::timestamptz and status in ('published', 'held')) as items,
		(select count(*)::int from replies where created_at > :since::timestamptz and status in ('published', 'held')) as replies,
		(select coalesce(max(id), 0) from items) as newest_item, (select coalesce(max(id), 0) from replies) as newest_reply`,
);

/**
 * Looks again at what was written in the last thirty days, by the lists and models that hold now: what they speak
 * against goes out of sight, what waits only for what is not said any more comes back. What a person let stand stays.
 *
 * @returns how many texts stand otherwise now
 */
export async function recheckRecent(
	db: Db,
	owner: object,
	onProgress: (done: number, total: number) => Promise<unknown>,
): Promise<number> {
	const since = new Date(now().getTime() - days * 86_400_000);
	const [there] = await extent(db, { since });
	const total = Math.min(most, (there?.items ?? 0) + (there?.replies ?? 0));
	let [done, changed] = [0, 0];
	await onProgress(0, total);
	for (const [read, newest] of [
		[itemsIn, there?.newest_item ?? 0],
		[repliesIn, there?.newest_reply ?? 0],
	] as const) {
		for (let to = newest; to > 0 && done < most; to -= window) {
			const rows = await read(db, { from: to - window, to, since });
			const hosts = new Map(rows.map((row) => [row, factsOf(row.source.slice(0, mostLookedThrough)).hosts]));
			const domains = [...new Set([...hosts.values()].flat().flatMap(domainsAbove))];
			const [standing] = await readStanding(db, { domains });
			const loaded = await loadChecks(owner, db, standing!);
			const blocked = new Set(standing!.domains.filter(([, good]) => !good).map(([domain]) => domain));
			for (const row of rows) {
				const bad = hosts.get(row)!.filter((host) => domainsAbove(host).some((one) => blocked.has(one)));
				if (await settle(db, row, loaded, bad)) changed++;
				// Others of this process have their turn.
				if (++done % 20 === 0) await new Promise((go) => setImmediate(go));
			}
			if (rows.length > 0) await onProgress(Math.min(done, total), total);
		}
	}
	return changed;
}

async function settle(db: Db, row: Row, loaded: LoadedChecks, domains: string[]): Promise<boolean> {
	const last = row.reasons ?? [];
	if (last.some(({ check }) => check === 'person')) return false;
	const look = lookAt(loaded, row, false);
	const { action } = loaded.rules.domains;
	const reasons: CheckReason[] = [
		...look.reasons,
		...(action !== 'off' && domains.length > 0
			? [{ check: 'domains' as const, action, sure: 0.95, domains }]
			: []),
		// What was said of its writer and its neighbours holds as it did.
		...last.filter(({ check }) => !ofTheText.has(check)),
	];
	// Nothing is refused that stands already.
	const asked = strictest(reasons);
	const decision = asked === 'refuse' ? 'hold' : asked;
	const to: TextStatus = decision === 'publish' ? 'published' : decision === 'hold' ? 'held' : 'hidden';
	if (to === row.status) return false;
	return inTransaction(db, (tx: Tx) =>
		move(tx, row, to, { decision, reasons, probabilities: look.probabilities }),
	);
}

async function move(
	tx: Tx,
	{ item_id: itemId, reply_id: replyId, author_id: authorId, revision }: Row,
	to: TextStatus,
	said: Pick<Parameters<typeof keepCheck>[1], 'decision' | 'reasons' | 'probabilities'>,
): Promise<boolean> {
	// Between the look and now somebody may have changed it: then it was looked at anew.
	if (!(await setTextStatus(tx, { itemId, replyId, revision }, to))) return false;
	await keepCheck(tx, { itemId, replyId, authorId, revision, ...said, outside: null, again: true });
	return true;
}
