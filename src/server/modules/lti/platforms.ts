import { z } from 'zod';
import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { ltiError } from './errors.ts';

/** A learning platform (Moodle, Canvas …) that may launch courses here. */
export interface Platform {
	id: number;
	name: string;
	issuer: string;
	clientId: string;
	authorizeUrl: string;
	tokenUrl: string;
	jwksUrl: string;
	deployments: string[];
	opensPaid: boolean;
	active: boolean;
	createdAt: Date;
	lastLaunchAt: Date | null;
	lastRefusal: string | null;
	lastRefusalAt: Date | null;
	/** People who came from it, and scores that wait or were refused. */
	people: number;
	waiting: number;
	refused: number;
}

/** Keys and people pass over these ways: encrypted, or on this machine. */
const way = z
	.string()
	.trim()
	.max(500, 'lti.url_shape')
	.refine((text) => {
		if (!URL.canParse(text)) return false;
		const { protocol, hostname, username } = new URL(text);
		const near = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
		return username === '' && (protocol === 'https:' || (protocol === 'http:' && near));
	}, 'lti.url_shape');

export const platformSchema = z.object({
	name: z.string().trim().min(1, 'lti.name_missing').max(120, 'common.bad_value'),
	issuer: z.string().trim().min(1, 'lti.url_shape').max(500, 'lti.url_shape'),
	clientId: z.string().trim().min(1, 'lti.client_missing').max(255, 'common.bad_value'),
	authorizeUrl: way,
	tokenUrl: way,
	jwksUrl: way,
	deployments: z
		.array(z.string().trim().max(255, 'common.bad_value'))
		.transform((all) => [...new Set(all.filter(Boolean))])
		.pipe(z.array(z.string()).min(1, 'lti.deployments_missing').max(50, 'common.bad_value')),
	opensPaid: z.boolean().default(false),
	active: z.boolean().default(true),
});
export type PlatformInput = z.input<typeof platformSchema>;

function requireAdmin(actor: Actor): number {
	const { userId, role } = requireActing(actor);
	if (role !== 'admin') throw commonError('forbidden', { detail: 'Platforms are for administrators.' });
	return userId;
}

const columns = sql<Platform>`p.id, p.name, p.issuer, p.client_id as "clientId", p.authorize_url as "authorizeUrl",
	p.token_url as "tokenUrl", p.jwks_url as "jwksUrl", p.deployments, p.opens_paid as "opensPaid", p.active,
	p.created_at as "createdAt", p.last_launch_at as "lastLaunchAt", p.last_refusal as "lastRefusal",
	p.last_refusal_at as "lastRefusalAt",
	(select count(*)::int from lti_people o where o.issuer = p.issuer) as people,
	(select count(*)::int from lti_scores s join lti_links l on l.id = s.link_id where l.platform_id = p.id
		and s.next_at is not null) as waiting,
	(select count(*)::int from lti_scores s join lti_links l on l.id = s.link_id where l.platform_id = p.id
		and s.refused is not null) as refused`;

/** All of them, a few. @throws common.sign_in_required, common.forbidden */
export async function listPlatforms(db: Db, actor: Actor): Promise<Platform[]> {
	if (requireMember(actor).role !== 'admin') throw commonError('forbidden');
	const { rows } =
		await sql<Platform>`select ${columns} from lti_platforms p order by p.id limit 200`.execute(db);
	return rows;
}

/** One by its id; null when there is none. For launches: who may ask is the caller's to know. */
export async function findPlatform(db: Db, id: number): Promise<Platform | null> {
	const { rows } = await sql<Platform>`select ${columns} from lti_platforms p where p.id = ${id}`.execute(db);
	return rows[0] ?? null;
}

/** The active ones of an issuer, of one client where it is named. */
export async function platformsOf(db: Db, issuer: string, clientId: string | null): Promise<Platform[]> {
	const { rows } = await sql<Platform>`select ${columns} from lti_platforms p
		where p.issuer = ${issuer} and p.active and (${clientId}::text is null or p.client_id = ${clientId}::text)
		order by p.id limit 2`.execute(db);
	return rows;
}

/**
 * Registers a platform, or with `id` changes one.
 *
 * @throws common.invalid_input, lti.platform_taken, lti.platform_unknown, common.forbidden; refusals of signing in
 */
export async function setPlatform(
	db: Db,
	actor: Actor,
	input: PlatformInput,
	id?: number,
): Promise<{ id: number }> {
	const userId = requireAdmin(actor);
	const given = validate(platformSchema, input);
	const values = {
		name: given.name,
		issuer: given.issuer,
		client_id: given.clientId,
		authorize_url: given.authorizeUrl,
		token_url: given.tokenUrl,
		jwks_url: given.jwksUrl,
		deployments: given.deployments,
		opens_paid: given.opensPaid,
		active: given.active,
	};
	const other = await db
		.selectFrom('lti_platforms')
		.select('id')
		.where('issuer', '=', given.issuer)
		.where('client_id', '=', given.clientId)
		.executeTakeFirst();
	if (other && other.id !== id)
		throw ltiError('platform_taken', { fields: { clientId: 'lti.platform_taken' } });
	if (id === undefined)
		return db
			.insertInto('lti_platforms')
			.values({ ...values, created_by: userId, created_at: now() })
			.returning('id')
			.executeTakeFirstOrThrow();
	const row = await db
		.updateTable('lti_platforms')
		.set(values)
		.where('id', '=', id)
		.returning('id')
		.executeTakeFirst();
	if (!row) throw ltiError('platform_unknown');
	return row;
}

/** Takes a platform away with its links; people stay, with what they learnt. @throws lti.platform_unknown, common.forbidden */
export async function removePlatform(db: Db, actor: Actor, id: number): Promise<void> {
	requireAdmin(actor);
	const { numDeletedRows } = await db.deleteFrom('lti_platforms').where('id', '=', id).executeTakeFirst();
	if (Number(numDeletedRows) === 0) throw ltiError('platform_unknown');
}
