import { createHmac, randomBytes } from 'node:crypto';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/**
 * How many of these people share a network, or a network and a browser, with another of them, by sessions that are still
 * open. Weak evidence: a school has one network. Addresses are compared as hashes by a key that lives for this one call;
 * neither they nor the hashes are kept or returned, only how many.
 */
export async function sharedSignIns(
	db: Db,
	people: readonly UserId[],
): Promise<{ known: number; network: number; device: number }> {
	const key = randomBytes(32);
	const hash = (text: string) => createHmac('sha256', key).update(text).digest('base64');
	const { rows } = await sql<{ userId: number; ip: string; agent: string }>`
		select distinct user_id as "userId", ip_address as ip, coalesce(user_agent, '') as agent from sessions
		where user_id = any(${people.slice(0, 2000)}::bigint[]) and ip_address is not null and ip_address <> ''
		limit 20000`.execute(db);
	const sharing = (nameOf: (row: (typeof rows)[number]) => string) => {
		const holders = new Map<string, Set<number>>();
		for (const row of rows) {
			const name = hash(nameOf(row));
			holders.set(name, (holders.get(name) ?? new Set()).add(row.userId));
		}
		return new Set([...holders.values()].filter(({ size }) => size > 1).flatMap((those) => [...those])).size;
	};
	return {
		known: new Set(rows.map(({ userId }) => userId)).size,
		network: sharing(({ ip }) => ip),
		device: sharing(({ ip, agent }) => `${ip}\n${agent}`),
	};
}
