import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { FfmpegError } from '../../platform/ffmpeg/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { convert } from './convert.ts';
import { type Lane, type Leased, letGo, putOff, takeNext } from './lease.ts';
import { look } from './look.ts';
import { dropBytes, settle } from './settle.ts';
import { makeSmaller } from './take-picture.ts';
import type { MediaTools } from './tools.ts';

const work: Record<Lane, (db: Db, medium: Leased, tools: MediaTools) => Promise<void>> = { look, convert };

/**
 * Does everything that waits in a lane, one after another.
 *
 * @returns how many were worked on
 */
export async function workOff(db: Db, lane: Lane, tools: MediaTools): Promise<number> {
	if (lane === 'convert' && (await tools.ffmpeg.version()) === null) return 0;
	for (let count = 0; ; count++) {
		if (tools.stop?.aborted) return count;
		const medium = await takeNext(db, lane);
		if (!medium) return count;
		try {
			await work[lane](db, medium, tools);
		} catch (error) {
			if (tools.stop?.aborted || (error instanceof FfmpegError && error.reason === 'stopped')) {
				await letGo(db, medium.id);
				return count;
			}
			tools.log?.warn({ err: error, media: medium.id }, 'work on a file failed; it is tried again');
			if (await putOff(db, medium)) {
				await settle(db, medium.id, { status: 'failed', refusal: 'media.conversion_failed' });
				await dropBytes(medium.id, tools);
			}
		}
	}
}

/** Forgets uploads that nobody goes on with, and takes off the storage what belongs to nobody any more. */
export async function sweep(db: Db, tools: MediaTools): Promise<void> {
	await sql`delete from media m where m.status = 'uploading' and (
		exists (select from uploads u where u.media_id = m.id and u.expires_at <= ${now()})
		-- A picture that a killed process was about to take.
		or m.created_at < now() - interval '1 hour' and not exists (select from uploads u where u.media_id = m.id)
	)`.execute(db);
	const left = await db.selectFrom('media_leavings').select('media_id').limit(500).execute();
	for (const { media_id } of left) {
		await dropBytes(media_id, tools);
		await db.deleteFrom('media_leavings').where('media_id', '=', media_id).execute();
	}
}

/** What the worker runs. A lane is worked on once in a process: the queue's other jobs must not wait for films. */
export function mediaJobs(db: Db, tools: MediaTools): Job<never>[] {
	const state: Record<Lane, 'idle' | 'busy' | 'again'> = { look: 'idle', convert: 'idle' };
	const lane = (name: Lane): Job<never> => ({
		name: `media.${name}`,
		// Whoever was killed has left something behind; the minute finds it.
		cron: '* * * * *',
		async work() {
			if (state[name] !== 'idle') {
				// What has just come may have been missed by the one that is looking.
				state[name] = 'again';
				return;
			}
			try {
				do {
					state[name] = 'busy';
					await workOff(db, name, tools);
				} while ((state[name] as string) === 'again');
			} finally {
				state[name] = 'idle';
			}
		},
	});
	return [
		lane('look'),
		lane('convert'),
		{ name: 'media.smaller', work: ({ id }: { id: number }) => makeSmaller(db, id, tools) } as Job<never>,
		{ name: 'media.sweep', cron: '7 * * * *', work: () => sweep(db, tools) } as Job<never>,
	];
}
