import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { applyAsExpert, countAnswerTimes, reviewApplication } from '../../modules/experts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';

interface DemoExpert {
	handle: string;
	days_ago: number;
	tags: string[];
	languages: ('zh-CN' | 'en')[];
	statement: string;
	evidence: { kind: 'text' | 'link'; title: string; body: string; shown: boolean }[];
	/** Who approved; one alone leaves it waiting. */
	reviewers: string[];
	reason: string;
}

/** The demo's experts, and two who wait to be. Who decided is told to nobody: it was days ago. */
export async function addExperts(tx: Tx, dir: string, people: People): Promise<void> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const actor = (handle: string, role: Actor['role'] = 'member'): Actor => ({
		userId: people.get(handle) as UserId,
		role,
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	for (const one of parse(readFileSync(join(dir, 'experts.yaml'), 'utf8')) as DemoExpert[]) {
		if (!people.has(one.handle)) continue;
		const { tags, languages, statement, evidence } = one;
		const moment = ago(one.days_ago);
		const { id } = await at(moment, () =>
			applyAsExpert(tx, actor(one.handle), { tags, languages, statement, evidence }),
		);
		for (const [n, reviewer] of one.reviewers.entries())
			await at(new Date(moment.getTime() + (n + 1) * 20 * 3_600_000), () =>
				reviewApplication(tx, actor(reviewer, 'moderator'), id, { verdict: 'approve', reason: one.reason }),
			);
	}
	await countAnswerTimes(tx);
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
}
