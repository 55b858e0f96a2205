import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { grantEntitlement } from '../entitlements/index.ts';
import { claim, scoreScope } from './claims.ts';
import { ltiError } from './errors.ts';
import { hashOf, secretOf } from './login.ts';
import { personOf } from './people.ts';
import type { Platform } from './platforms.ts';
import type { Launched } from './verify.ts';

/** Minutes in which somebody who was launched comes in; who is to choose may have to sign in first. */
const [MINUTES, CHOOSING] = [5, 30];

/** Where a launch leads here. */
interface Place {
	courseId: ItemId;
	lessonId: LessonId | null;
	/** One of the course's makers chose it for this platform. */
	byMaker: boolean;
}

/** What a platform asked for when somebody is to choose what a link leads to. */
export interface DeepRequest {
	platformId: number;
	deployment: string;
	returnUrl: string;
	data: string | null;
	multiple: boolean;
}

/**
 * Ends a launch that was verified: the person, the link with where its scores go, and a ticket by which they come in,
 * once, in a window of their own.
 *
 * @returns the ticket
 * @throws lti.course_unknown
 */
export async function finishLaunch(
	db: Db,
	{ platform, claims, target }: Launched,
	origin: string,
): Promise<{ ticket: string; deep: boolean }> {
	const ticket = secretOf();
	const settings = claims[claim.settings];
	const name = claims.name ?? [claims.given_name, claims.family_name].filter(Boolean).join(' ');
	const deployment = claims[claim.deployment];
	const deep: DeepRequest | null =
		claims[claim.type] === 'LtiDeepLinkingRequest' && settings
			? {
					platformId: platform.id,
					deployment,
					returnUrl: ownWay(platform, settings.deep_link_return_url),
					data: settings.data ?? null,
					multiple: settings.accept_multiple ?? false,
				}
			: null;
	await inTransaction(db, async (tx) => {
		const userId = await personOf(tx, {
			issuer: platform.issuer,
			subject: claims.sub,
			name,
			locale: claims.locale,
		});
		let path = '/learning';
		if (!deep) {
			const custom = claims[claim.custom]?.stoa_choice;
			const place =
				(await chosenPlace(tx, platform, deployment, typeof custom === 'string' ? custom : null)) ??
				(await placeOfAddress(tx, claims[claim.target] ?? target, origin));
			if (place) {
				const linkId = await keepLink(
					tx,
					platform,
					deployment,
					claims[claim.resource]!.id,
					place,
					lineItemOf(platform, claims),
				);
				await keepScore(tx, linkId, userId, claims.sub);
				// The administrator trusts this platform with paid courses, and a maker chose this one for it.
				if (place.byMaker && platform.opensPaid)
					await grantEntitlement(tx, {
						userId,
						itemId: place.courseId,
						source: 'grant',
						sourceRef: `lti:${platform.id}`,
					});
				path = place.lessonId
					? `/courses/${place.courseId}/lessons/${place.lessonId}`
					: `/courses/${place.courseId}`;
			}
		}
		await sql`delete from lti_tickets where expires_at < ${new Date(now().getTime() - 3600_000)}`.execute(tx);
		await tx
			.insertInto('lti_tickets')
			.values({
				ticket: hashOf(ticket),
				user_id: userId,
				platform_id: platform.id,
				target: path,
				deep: deep === null ? null : JSON.stringify(deep),
				expires_at: new Date(now().getTime() + (deep === null ? MINUTES : CHOOSING) * 60_000),
			})
			.execute();
	});
	return { ticket, deep: deep !== null };
}

/** An address at the platform's own hosts: whatever else stands in a token, we talk to nobody else. */
export function ownWay(
	platform: Pick<Platform, 'issuer' | 'authorizeUrl' | 'tokenUrl' | 'jwksUrl'>,
	address: string,
): string {
	const hosts = [platform.issuer, platform.authorizeUrl, platform.tokenUrl, platform.jwksUrl].flatMap(
		(one) => (URL.canParse(one) ? [new URL(one).origin] : []),
	);
	if (!URL.canParse(address) || !hosts.includes(new URL(address).origin))
		throw ltiError('launch_refused', {
			detail: `${address.slice(0, 100)} is not an address of the platform.`,
		});
	return address;
}

function lineItemOf(platform: Platform, claims: Launched['claims']): string | null {
	const grades = claims[claim.grades];
	if (!grades?.lineitem || !grades.scope?.includes(scoreScope)) return null;
	try {
		return ownWay(platform, grades.lineitem);
	} catch {
		// A launch is not worth less because its grade book is elsewhere.
		return null;
	}
}

async function chosenPlace(
	tx: Tx,
	platform: Platform,
	deployment: string,
	token: string | null,
): Promise<Place | null> {
	if (!token) return null;
	const row = await tx
		.selectFrom('lti_choices')
		.select(['course_id', 'lesson_id', 'by_maker'])
		.where('token', '=', token)
		.where('platform_id', '=', platform.id)
		.where('deployment', '=', deployment)
		.executeTakeFirst();
	return row ? { courseId: row.course_id, lessonId: row.lesson_id, byMaker: row.by_maker } : null;
}

/** A link that names a course's address: it leads there, and opens nothing that is not open. */
async function placeOfAddress(tx: Tx, address: string, origin: string): Promise<Place | null> {
	if (!address.startsWith(`${origin}/`)) return null;
	const [, course, lesson] =
		/^\/courses\/(\d{1,15})(?:\/lessons\/(\d{1,15}))?(?:[/?#]|$)/.exec(address.slice(origin.length)) ?? [];
	if (!course) return null;
	const { rows } = await sql<{
		course: number;
		lesson: number | null;
	}>`select c.item_id as course, l.id as lesson from courses c
		left join lessons l on l.course_id = c.item_id and l.id = ${lesson ? Number(lesson) : null}::bigint
		where c.item_id = ${Number(course)}`.execute(tx);
	const row = rows[0];
	if (!row || (lesson && row.lesson === null)) throw ltiError('course_unknown');
	return { courseId: row.course, lessonId: row.lesson, byMaker: false };
}

async function keepLink(
	tx: Tx,
	platform: Platform,
	deployment: string,
	resource: string,
	place: Place,
	lineItem: string | null,
): Promise<number> {
	const values = {
		course_id: place.courseId,
		lesson_id: place.lessonId,
		line_item: lineItem,
		updated_at: now(),
	};
	const { id } = await tx
		.insertInto('lti_links')
		.values({ platform_id: platform.id, deployment, resource, ...values })
		.onConflict((conflict) => conflict.columns(['platform_id', 'deployment', 'resource']).doUpdateSet(values))
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

async function keepScore(tx: Tx, linkId: number, userId: UserId, subject: string): Promise<void> {
	await tx
		.insertInto('lti_scores')
		.values({ link_id: linkId, user_id: userId, subject, changed_at: now() })
		.onConflict((conflict) => conflict.columns(['link_id', 'user_id']).doUpdateSet({ subject }))
		.execute();
}

/** Somebody who was launched, before they have come in. */
export interface Arrival {
	userId: UserId;
	name: string;
	platform: string;
	platformId: number;
	target: string;
	deep: DeepRequest | null;
}

const arrival = sql<Arrival>`t.user_id as "userId", u.name, p.name as platform, p.id as "platformId", t.target, t.deep`;

/** Reads a ticket without using it. @throws lti.ticket_expired */
export async function readTicket(db: Db, ticket: string): Promise<Arrival> {
	const { rows } = await sql<Arrival>`select ${arrival} from lti_tickets t join users u on u.id = t.user_id
		join lti_platforms p on p.id = t.platform_id
		where t.ticket = ${hashOf(ticket)} and t.used_at is null and t.expires_at > ${now()}`.execute(db);
	if (!rows[0]) throw ltiError('ticket_expired');
	return rows[0];
}

/** Uses a ticket: once, whoever else brings it at the same moment. @throws lti.ticket_expired */
export async function takeTicket(db: Db, ticket: string): Promise<Arrival> {
	const { rows } = await sql<Arrival>`with used as (
			update lti_tickets set used_at = ${now()} where ticket = ${hashOf(ticket)} and used_at is null
				and expires_at > ${now()} returning *
		) select ${arrival} from used t join users u on u.id = t.user_id join lti_platforms p on p.id = t.platform_id`.execute(
		db,
	);
	if (!rows[0]) throw ltiError('ticket_expired');
	return rows[0];
}
