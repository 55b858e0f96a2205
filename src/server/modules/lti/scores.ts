import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log.ts';
import { scoreScope } from './claims.ts';
import { signingKey } from './keys.ts';

const PATIENCE = 15_000;

/**
 * Notes what somebody reached wherever a platform wants to know it. The newest stands: one that waits is overwritten, as
 * a platform is told how things are, not how they went.
 */
export async function noteScores(tx: Tx, userId: UserId, courseId: ItemId): Promise<void> {
	const { rows } = await sql<{ link_id: number }>`with reached as (
			select s.link_id, s.user_id, case when l.lesson_id is not null
					then coalesce(p.score, case when p.completed_at is not null then 1 end)
					else (select count(*) filter (where d.completed_at is not null)::real / greatest(1, count(*))
						from version_lessons v left join lesson_progress d on d.lesson_id = v.lesson_id and d.user_id = s.user_id
						where v.course_id = l.course_id and v.version = coalesce(e.version, c.version) and v.required)
				end as score,
				case when l.lesson_id is not null then p.completed_at is not null else e.completed_at is not null end as completed
			from lti_scores s join lti_links l on l.id = s.link_id join courses c on c.item_id = l.course_id
				left join lesson_progress p on p.lesson_id = l.lesson_id and p.user_id = s.user_id
				left join enrolments e on e.course_id = l.course_id and e.user_id = s.user_id
			where s.user_id = ${userId} and l.course_id = ${courseId} and l.line_item is not null
		)
		update lti_scores s set score = r.score, completed = r.completed, changed_at = ${now()}, next_at = ${now()}, attempts = 0, refused = null
		from reached r where s.link_id = r.link_id and s.user_id = r.user_id and r.score is not null
			and (s.score is distinct from r.score or s.completed is distinct from r.completed)
		returning s.link_id`.execute(tx);
	if (rows.length > 0) await enqueue(tx, 'lti.send-scores', {}, { key: 'lti.send-scores' });
}

export const ltiHandlers: Handler[] = [
	onEvents(
		'lti.note-scores',
		['courses.lesson-completed', 'courses.completed', 'assessments.attempted', 'scorm.attempt-ended'],
		(tx, { payload }) => noteScores(tx, payload.learnerId, payload.courseId),
	),
];

interface Due {
	link_id: number;
	user_id: UserId;
	subject: string;
	score: number;
	completed: boolean;
	changed_at: Date;
	attempts: number;
	line_item: string;
	platform_id: number;
	client_id: string;
	token_url: string;
	issuer: string;
}

/** Longer each time, from half a minute to six hours. */
const waitAfter = (attempts: number) => Math.min(6 * 3600_000, 30_000 * 2 ** Math.min(attempts, 12));

const tokens = new Map<number, { token: string; until: number }>();

/** Forgets what platforms let us in by. */
export const forgetTokens = () => tokens.clear();

/**
 * Sends scores that are due (Assignment and Grade Services 2.0). A platform that fails is asked again later; one that
 * refuses a score is not bothered with it until there is another.
 *
 * @returns how many arrived
 */
export async function sendScores(
	db: Db,
	tools: { secret: string; log?: Log; patience?: number },
): Promise<number> {
	let sent = 0;
	for (let batch = 0; batch < 20; batch++) {
		const due = await takeDue(db);
		if (due.length === 0) break;
		const failing = new Set<number>();
		for (const one of due) {
			// One that did not answer a moment ago is not waited for again with each of its learners.
			if (failing.has(one.platform_id)) {
				await putOff(db, one, 'the platform does not answer');
				continue;
			}
			const answer = await send(db, one, tools);
			if (answer.kind === 'sent') {
				sent += 1;
				await settle(db, one, null);
			} else if (answer.kind === 'refused') await settle(db, one, answer.why);
			else {
				failing.add(one.platform_id);
				tools.log?.warn(
					{ platform: one.issuer, why: answer.why },
					'a score could not be sent; it is tried again',
				);
				await putOff(db, one, answer.why);
			}
		}
	}
	return sent;
}

async function takeDue(db: Db): Promise<Due[]> {
	const at = now();
	const { rows } = await sql<Due>`with due as (
			select link_id, user_id from lti_scores where next_at <= ${at} order by next_at limit 50 for update skip locked
		), taken as (
			update lti_scores s set next_at = ${new Date(at.getTime() + 15 * 60_000)} from due
			where s.link_id = due.link_id and s.user_id = due.user_id returning s.*
		)
		select t.link_id, t.user_id, t.subject, t.score, t.completed, t.changed_at, t.attempts, l.line_item, p.id as platform_id,
			p.client_id, p.token_url, p.issuer
		from taken t join lti_links l on l.id = t.link_id and l.line_item is not null join lti_platforms p on p.id = l.platform_id and p.active`.execute(
		db,
	);
	return rows;
}

type Answer = { kind: 'sent' } | { kind: 'refused'; why: string } | { kind: 'later'; why: string };

async function send(db: Db, one: Due, tools: { secret: string; patience?: number }): Promise<Answer> {
	try {
		let response = await post(one, await tokenFor(db, one, tools), tools.patience);
		if (response.status === 401) {
			// It was taken back before its time: one more, once.
			tokens.delete(one.platform_id);
			response = await post(one, await tokenFor(db, one, tools), tools.patience);
		}
		await response.body?.cancel().catch(() => {});
		const { status } = response;
		if (status >= 200 && status < 300) return { kind: 'sent' };
		// A conflict is a newer score that the platform has already.
		if (status === 409) return { kind: 'sent' };
		if ([400, 403, 404, 410, 422].includes(status)) return { kind: 'refused', why: `${status}` };
		return { kind: 'later', why: `${status}` };
	} catch (error) {
		return { kind: 'later', why: (error as Error).message };
	}
}

function post(one: Due, token: string, patience = PATIENCE): Promise<Response> {
	const url = new URL(one.line_item);
	url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
	return fetch(url, {
		method: 'POST',
		redirect: 'error',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.ims.lis.v1.score+json' },
		body: JSON.stringify({
			userId: one.subject,
			scoreGiven: Math.round(one.score * 10_000) / 100,
			scoreMaximum: 100,
			activityProgress: one.completed ? 'Completed' : 'InProgress',
			gradingProgress: 'FullyGraded',
			// Platforms take the newest by this, so it is when it was reached and not when it is sent.
			timestamp: one.changed_at.toISOString(),
		}),
		signal: AbortSignal.timeout(patience),
	});
}

/** A token of the platform for scores, by a signature of ours (client credentials, RFC 7523). Kept while it lasts. */
async function tokenFor(
	db: Db,
	{ platform_id, client_id, token_url, issuer }: Due,
	tools: { secret: string; patience?: number },
): Promise<string> {
	const known = tokens.get(platform_id);
	if (known && known.until > Date.now()) return known.token;
	const { kid, key } = await signingKey(db, tools.secret);
	const seconds = Math.floor(Date.now() / 1000);
	const assertion = await new SignJWT({ jti: randomUUID() })
		.setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
		.setIssuer(client_id)
		.setSubject(client_id)
		// Moodle asks for its token address, others take their own name as well.
		.setAudience([token_url, issuer])
		.setIssuedAt(seconds - 5)
		.setExpirationTime(seconds + 60)
		.sign(key);
	const response = await fetch(token_url, {
		method: 'POST',
		redirect: 'error',
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion,
			scope: scoreScope,
		}),
		signal: AbortSignal.timeout(tools.patience ?? PATIENCE),
	});
	const text = (await response.text()).slice(0, 20_000);
	if (!response.ok) throw new Error(`no token: ${response.status} ${text.slice(0, 100)}`);
	const found = JSON.parse(text) as { access_token?: unknown; expires_in?: unknown };
	if (typeof found.access_token !== 'string') throw new Error('no token in the answer');
	const lasts = Number(found.expires_in) || 300;
	tokens.set(platform_id, { token: found.access_token, until: Date.now() + Math.max(0, lasts - 30) * 1000 });
	return found.access_token;
}

/** One that changed while it was sent stays due. */
async function settle(db: Db, one: Due, refused: string | null): Promise<void> {
	await sql`update lti_scores set next_at = null, refused = ${refused}, sent_at = case when ${refused}::text is null then ${now()} else sent_at end
		where link_id = ${one.link_id} and user_id = ${one.user_id} and changed_at = ${one.changed_at}`.execute(
		db,
	);
}

async function putOff(db: Db, one: Due, why: string): Promise<void> {
	const next = new Date(now().getTime() + waitAfter(one.attempts));
	await sql`update lti_scores set attempts = attempts + 1, next_at = ${next}
		where link_id = ${one.link_id} and user_id = ${one.user_id} and changed_at = ${one.changed_at}`.execute(
		db,
	);
	await sql`update lti_platforms set last_refusal = ${`A score was not taken: ${why}`.slice(0, 300)}, last_refusal_at = ${now()}
		where id = ${one.platform_id}`.execute(db);
}

export function ltiJobs(db: Db, tools: { secret: string; log?: Log }): Job<never>[] {
	let running = false;
	return [
		{
			name: 'lti.send-scores',
			cron: '* * * * *',
			async work() {
				if (running) return;
				running = true;
				try {
					await sendScores(db, tools);
				} finally {
					running = false;
				}
			},
		},
	];
}
