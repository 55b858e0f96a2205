import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Achievement } from './achievement.ts';
import { credentialError } from './errors.ts';
import type { Signed } from './proof.ts';

/** A certificate as everybody who has its address may see it. */
export interface Certificate {
	id: number;
	token: string;
	achievement: Achievement;
	/** null when the learner shows no name; they themselves and who may revoke it see it. */
	learner: string | null;
	handle: string | null;
	nameShown: boolean;
	completedAt: Date;
	issuedAt: Date;
	revokedAt: Date | null;
	reason: string;
	/** The one that stands for it now. */
	replacedBy: string | null;
	/** Whose it is. */
	mine: boolean;
	/** May revoke it, and issue it anew. */
	manages: boolean;
}

type Row = Omit<Certificate, 'mine' | 'manages' | 'learner' | 'handle'> & {
	userId: UserId;
	name: string;
	handle: string;
	owns: boolean;
};

const columns = `c.id, c.token, c.achievement, c.learner_name as name, u.handle, c.name_shown as "nameShown", c.completed_at as "completedAt",
	c.issued_at as "issuedAt", c.revoked_at as "revokedAt", c.reason, c.user_id as "userId",
	(select n.token from certificates n where n.replaces = c.id) as "replacedBy",
	coalesce(i.author_id = :user::bigint, p.owner_id = :user::bigint, false) as owns`;
const joins = `join users u on u.id = c.user_id left join items i on i.id = c.course_id left join paths p on p.id = c.path_id`;

const byToken = statement<{ token: string; user: number | null }, Row>(
	`select ${columns} from certificates c ${joins} where c.token = :token::text`,
);

function certificateFrom(actor: Actor, { userId, name, handle, owns, ...row }: Row): Certificate {
	const mine = actor.userId === userId;
	const manages = owns || actor.role === 'admin';
	const named = row.nameShown || mine || manages || isStaff(actor);
	return { ...row, learner: named ? name : null, handle: named ? handle : null, mine, manages };
}

/**
 * A certificate by its address. Open to everybody who has it: that is what it is for. One statement.
 *
 * @throws credentials.certificate_not_found
 */
export async function readCertificate(db: Db, actor: Actor, token: string): Promise<Certificate> {
	const [row] = /^[a-z2-7]{16}$/.test(token) ? await byToken(db, { token, user: actor.userId }) : [];
	if (!row) throw credentialError('certificate_not_found', { detail: 'There is no such certificate.' });
	return certificateFrom(actor, row);
}

/**
 * The signed credential of a certificate, as anybody may download it: a revoked one too, whose status says so.
 *
 * @throws credentials.certificate_not_found
 */
export async function readCredential(db: Db, token: string): Promise<Signed> {
	const row = await db
		.selectFrom('certificates')
		.select('credential')
		.where('token', '=', token.slice(0, 40))
		.executeTakeFirst();
	if (!row) throw credentialError('certificate_not_found', { detail: 'There is no such certificate.' });
	return row.credential as unknown as Signed;
}

const ofPerson = statement<{ owner: UserId; user: number | null; all: boolean }, Row>(
	`select ${columns} from certificates c ${joins}
		where c.user_id = :owner::bigint and (:all::boolean or (c.revoked_at is null and c.name_shown))
		order by c.issued_at desc, c.id desc limit 200`,
);

/** The certificates of a person, the newest first; others see those that bear their name and stand. One statement. */
export async function listCertificates(db: Db, actor: Actor, owner: UserId): Promise<Certificate[]> {
	const rows = await ofPerson(db, { owner, user: actor.userId, all: actor.userId === owner });
	return rows.map((row) => certificateFrom(actor, row));
}

/** The address of somebody's certificate of a course that stands; null when there is none. One statement. */
export async function certificateOf(db: Db, userId: UserId, courseId: ItemId): Promise<string | null> {
	const row = await db
		.selectFrom('certificates')
		.select('token')
		.where('user_id', '=', userId)
		.where('course_id', '=', courseId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row?.token ?? null;
}

const issuedFor = statement<
	{ course: number | null; path: number | null; user: number | null; at: string | null; id: number | null },
	Row
>(
	`select ${columns} from certificates c ${joins}
		where (c.course_id = :course::bigint or c.path_id = :path::bigint)
			and (:id::bigint is null or (c.issued_at, c.id) < (:at::timestamptz, :id::bigint))
		order by c.issued_at desc, c.id desc limit 51`,
);

/** What was issued for a course or a path, the newest first, for its makers. The caller has checked that they may see it. */
export async function listIssued(
	db: Db,
	actor: Actor,
	of: { courseId: number } | { pathId: number },
	cursor?: string | null,
): Promise<Page<Certificate>> {
	const after = decodeCursor(cursor, ['string', 'integer']);
	const rows = await issuedFor(db, {
		course: 'courseId' in of ? of.courseId : null,
		path: 'pathId' in of ? of.pathId : null,
		user: actor.userId,
		at: (after?.[0] as string | undefined) ?? null,
		id: (after?.[1] as number | undefined) ?? null,
	});
	return cutPage(
		rows.map((row) => certificateFrom(actor, row)),
		50,
		({ issuedAt, id }) => [issuedAt.toISOString(), id],
	);
}
