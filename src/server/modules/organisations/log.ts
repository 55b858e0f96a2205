import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { type OrganisationId, organisationTo } from './organisation.ts';

/** What is written down of an organisation; the words for each are the page's. */
export const logActions = [
	'founded',
	'described',
	'invited',
	'link-made',
	'invitation-revoked',
	'joined',
	'left',
	'removed',
	'role-set',
	'team-made',
	'team-changed',
	'team-dropped',
	'team-joined',
	'team-left',
	'domain-asked',
	'domain-verified',
	'domain-changed',
	'domain-dropped',
	'seats-granted',
	'seats-lent',
	'seats-ended',
	'seat-given',
	'seat-freed',
	'seats-team',
	'training-given',
	'training-changed',
	'training-ended',
	'training-extended',
	'report-taken',
	'sign-on-set',
	'sign-on-dropped',
] as const;
export type LogAction = (typeof logActions)[number];

export interface LogLine {
	id: number;
	action: LogAction;
	actor: { handle: string; name: string } | null;
	subject: { handle: string; name: string } | null;
	details: Record<string, string | number | boolean | null>;
	doneAt: Date;
}

/** Writes down who did what, in the transaction in which it was done. */
export async function note(
	tx: Tx,
	organisationId: OrganisationId,
	action: LogAction,
	{ by, subject, ...details }: { by: UserId | null; subject?: UserId | null } & LogLine['details'],
): Promise<void> {
	await tx
		.insertInto('organisation_log')
		.values({
			organisation_id: organisationId,
			actor_id: by,
			subject_id: subject ?? null,
			action,
			details: JSON.stringify(details),
			done_at: now(),
		})
		.execute();
}

/** What was done, the latest first. @throws organisations.not_found, common.forbidden */
export async function listLog(
	db: Db,
	actor: Actor,
	slug: string,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<LogLine>> {
	const { id } = await organisationTo(db, actor, slug, 'manage');
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 100);
	const after = decodeCursor(input.cursor, ['integer']);
	const rows = await db
		.selectFrom('organisation_log as l')
		.leftJoin('users as a', 'a.id', 'l.actor_id')
		.leftJoin('users as s', 's.id', 'l.subject_id')
		.select(['l.id', 'l.action', 'l.details', 'l.done_at'])
		.select(['a.handle as byHandle', 'a.name as byName', 's.handle', 's.name'])
		.where('l.organisation_id', '=', id)
		.$if(after !== null, (query) => query.where('l.id', '<', after?.[0] as number))
		.orderBy('l.id', 'desc')
		.limit(limit + 1)
		.execute();
	const page = cutPage(rows, limit, (row) => [row.id]);
	return {
		next: page.next,
		items: page.items.map((row) => ({
			id: row.id,
			action: row.action as LogAction,
			actor: row.byHandle === null ? null : { handle: row.byHandle, name: row.byName! },
			subject: row.handle === null ? null : { handle: row.handle, name: row.name! },
			details: row.details as LogLine['details'],
			doneAt: row.done_at,
		})),
	};
}
