import { type Db, sql } from '../../platform/db/index.ts';
import type { MediaKind, Purpose } from './purposes.ts';

/** A medium that this process works on. */
export interface Leased {
	id: number;
	owner_id: number | null;
	purpose: Purpose;
	kind: MediaKind | null;
	status: string;
	name: string;
	mime: string | null;
	bytes: number;
	width: number | null;
	height: number | null;
	duration_ms: number | null;
	has_audio: boolean | null;
	sealed_key: string | null;
	attempts: number;
}

/** Two kinds of work, so that a picture does not wait for a film: looking at what came, and making streams. */
export type Lane = 'look' | 'convert';

/** A worker that is alive says so three times in this time. */
const LEASE_SECONDS = 40;
/** What fails so often is given up. */
const MOST_ATTEMPTS = 5;

const waiting: Record<Lane, ReturnType<typeof sql<boolean>>> = {
	look: sql<boolean>`status = 'received'`,
	convert: sql<boolean>`(status = 'processing' or status = 'ready' and converted_at is null)`,
};

/**
 * Takes the medium that has waited longest, for as long as the lease is renewed. Whoever was killed while working on one
 * lets it go by not renewing; by the database's clock, which all processes share.
 */
export async function takeNext(db: Db, lane: Lane): Promise<Leased | null> {
	const { rows } =
		await sql<Leased>`update media set leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
			attempts = attempts + 1
		where id = (select id from media where ${waiting[lane]} and (leased_until is null or leased_until < now())
			and attempts < ${MOST_ATTEMPTS} order by id limit 1 for update skip locked)
		returning id, owner_id, purpose, kind, status, name, mime, bytes, width, height, duration_ms, has_audio, sealed_key, attempts`.execute(
			db,
		);
	return rows[0] ?? null;
}

/** Keeps a lease until `stop()`; progress is written on the way. */
export function keepLease(db: Db, id: number): { progress: (percent: number) => void; stop: () => void } {
	let percent = 0;
	let written = 0;
	const renew = () => {
		written = Date.now();
		void sql`update media set leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
			progress = greatest(progress, ${percent}::smallint) where id = ${id} and leased_until is not null`
			.execute(db)
			// The next one is soon; without any, somebody else goes on.
			.catch(() => {});
	};
	const timer = setInterval(renew, (LEASE_SECONDS * 1000) / 4);
	timer.unref();
	return {
		progress(now) {
			percent = Math.max(0, Math.min(99, Math.floor(now)));
			if (Date.now() - written > 1500) renew();
		},
		stop: () => clearInterval(timer),
	};
}

/** Puts work down that may be gone on with at once: nothing was wrong with it. */
export async function letGo(db: Db, id: number): Promise<void> {
	await sql`update media set leased_until = null, attempts = greatest(attempts - 1, 0) where id = ${id}`.execute(
		db,
	);
}

/** Puts work down that failed by accident, for a while. @returns true when it has failed too often */
export async function putOff(db: Db, { id, attempts }: Leased): Promise<boolean> {
	await sql`update media set leased_until = now() + make_interval(secs => ${15 * 2 ** attempts}) where id = ${id}`.execute(
		db,
	);
	return attempts >= MOST_ATTEMPTS;
}
