import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Acceptance } from './farming.ts';
import { WINDOW_DAYS } from './read-votes.ts';
import type { Brought } from './referral.ts';

const MOST = 200_000;
const sinceWindow = () => new Date(now().getTime() - WINDOW_DAYS * 86_400_000);

/** Accepted answers of the window, the newest first, two hundred thousand at most. */
export async function readAcceptances(db: Db): Promise<Acceptance[]> {
	const { rows } = await sql<Acceptance>`select i.author_id as asker, r.author_id as answerer,
			extract(epoch from r.created_at - i.published_at)::int as waited, length(r.source) as length
		from items i join replies r on r.id = i.accepted_reply_id
		where i.accepted_reply_id is not null and i.author_id is not null and r.author_id is not null
			and i.author_id <> r.author_id and i.published_at >= ${sinceWindow()}
		order by i.published_at desc limit ${sql.lit(MOST)}`.execute(db);
	return rows;
}

/** Paid orders of the window that an affiliate brought, with what ties buyer and affiliate together. */
export async function readBrought(db: Db): Promise<Brought[]> {
	const { rows } = await sql<Brought>`select o.affiliate_id as affiliate, o.user_id as buyer,
			u.created_at > o.created_at - interval '1 day' as "justJoined",
			not exists (select from orders p where p.user_id = o.user_id and p.status = 'paid' and p.affiliate_id is distinct from o.affiliate_id) as "onlyHere",
			coalesce((select count(*) filter (where coalesce(r.author_id, i.author_id) = o.affiliate_id) >= greatest(3, count(*) * 0.6)
				from votes v join items i on i.id = v.item_id left join replies r on r.id = v.reply_id
				where v.user_id = o.user_id and v.value = 1), false) as votes,
			exists (select from sessions a join sessions b on b.ip_address = a.ip_address
				where a.user_id = o.user_id and b.user_id = o.affiliate_id and a.ip_address <> '') as network
		from orders o join users u on u.id = o.user_id
		where o.affiliate_id is not null and o.status = 'paid' and o.created_at >= ${sinceWindow()} and o.user_id <> o.affiliate_id
		order by o.id desc limit ${sql.lit(20_000)}`.execute(db);
	return rows;
}
