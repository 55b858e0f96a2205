import { asFile } from '#lib/server/as-file.ts';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { readStatement, statementCsv } from '#server/modules/payouts/index.ts';
import type { RequestEvent } from './$types';

export const GET = page(async ({ locals, params }: RequestEvent) => {
	const { userId } = requireMember(locals.actor);
	const statement = await readStatement(locals.ctx.db, userId, params.month);
	return asFile(statementCsv(statement), `statement-${params.month}.csv`, 'text/csv; charset=utf-8');
});
