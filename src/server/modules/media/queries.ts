import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { mediaError } from './errors.ts';
import { requireOpen } from './gate.ts';
import type { MediaKind, Purpose } from './purposes.ts';

export type MediaStatus = 'uploading' | 'received' | 'processing' | 'ready' | 'refused' | 'failed';

/** A file as those see it who may open it. */
export interface Medium {
	id: number;
	ownerId: number | null;
	/** Part of the address of its pictures: see `pictureAddress`. */
	token: string;
	purpose: Purpose;
	kind: MediaKind | null;
	status: MediaStatus;
	name: string;
	mime: string | null;
	bytes: number;
	/** Of bytes that were received, while it is uploading. */
	received: number;
	/** Of the work on it, in percent. */
	progress: number;
	width: number | null;
	height: number | null;
	durationMs: number | null;
	hasAudio: boolean | null;
	/** Error code of why it was refused. */
	refusal: string | null;
	/** Values for its sentence. */
	refusalParams: Record<string, string | number>;
	createdAt: Date;
	/** False while the original is all there is of a video. */
	streamed: boolean;
	hasPoster: boolean;
	/** How many things show it. */
	holders: number;
}

const columns = sql<Medium>`m.id, m.owner_id as "ownerId", m.token, m.purpose, m.kind, m.status, m.name, m.mime, m.bytes,
	coalesce((select received from uploads u where u.media_id = m.id), case when m.status = 'uploading' then 0 else m.bytes end) as received,
	m.progress, m.width, m.height, m.duration_ms as "durationMs", m.has_audio as "hasAudio", m.refusal, m.refusal_params as "refusalParams", m.created_at as "createdAt",
	exists (select from media_variants v where v.media_id = m.id and v.role = 'stream') as streamed,
	exists (select from media_variants v where v.media_id = m.id and v.role = 'poster') as "hasPoster",
	(select count(*)::int from media_holders h where h.media_id = m.id) as holders`;

/** Files by id, in no order; ids that are not there are left out. Who may see them is the caller's to ask. */
export async function findMedia(db: Db, ids: readonly number[]): Promise<Medium[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<Medium>`select ${columns} from media m where m.id = any(${ids})`.execute(db);
	return rows;
}

/** One file, asked for through the gate. @throws media.not_found */
export async function readMedium(db: Db, actor: Actor, id: number): Promise<Medium> {
	await requireOpen(db, actor, id);
	const [medium] = await findMedia(db, [id]);
	if (!medium) throw mediaError('not_found');
	return medium;
}

/** What the actor uploaded, the newest first. @throws common.sign_in_required */
export async function listMyMedia(
	db: Db,
	actor: Actor,
	{ cursor, limit = 24, kind }: { cursor?: string | null; limit?: number; kind?: MediaKind | null } = {},
): Promise<Page<Medium>> {
	const { userId } = requireMember(actor);
	const key = decodeCursor(cursor, ['integer']);
	const { rows } = await sql<Medium>`select ${columns} from media m where m.owner_id = ${userId}
		and (${key?.[0] ?? null}::bigint is null or m.id < ${key?.[0] ?? null}::bigint)
		and (${kind ?? null}::text is null or m.kind = ${kind ?? null}::text)
		order by m.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, ({ id }): CursorKey => [id]);
}

/** A copy of a picture or of what a video begins with. */
export interface PictureVariant {
	format: 'avif' | 'webp';
	width: number;
	height: number;
	bytes: number;
	name: string;
	role: 'image' | 'poster';
}

/** The copies behind a picture's address; null when there is no such picture. */
export async function findPicture(
	db: Db,
	token: string,
): Promise<{ id: number; width: number; height: number; copies: PictureVariant[] } | null> {
	const { rows } = await sql<
		PictureVariant & { id: number; own: number; tall: number }
	>`select m.id, m.width as own,
		m.height as tall, v.role, v.name, v.format, v.width, v.height, v.bytes
		from media m join media_variants v on v.media_id = m.id and v.role in ('image', 'poster')
		where m.token = ${token} and m.status in ('received', 'processing', 'ready') order by v.width`.execute(
		db,
	);
	const [first] = rows;
	if (!first) return null;
	return { id: first.id, width: first.own, height: first.tall, copies: rows };
}
