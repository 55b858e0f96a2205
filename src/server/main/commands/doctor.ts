import { proveMoney } from '../../flows/prove-money.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { checkStorage } from '../../platform/storage/index.ts';
import type { Command } from '../command.ts';

/** Looks at what could be wrong with an installation and says each thing in one line. */
export const doctorCommand: Command = {
	usage: 'stoa doctor',
	summary: 'Looks at what could be wrong with this installation.',
	async run(ctx) {
		let healthy = true;
		const say = (good: boolean, text: string) => {
			healthy &&= good;
			process.stdout.write(`${good ? 'ok  ' : 'WRONG'} ${text}\n`);
		};
		const { rows } = await sql<{
			version: string;
			encoding: string;
			migrations: number;
			failed: number;
			waiting: number;
			counters: number;
			reputation: number;
		}>`select
			current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding,
			(select count(*)::int from migrations) as migrations,
			(select count(*)::int from graphile_worker.jobs where attempts >= max_attempts) as failed,
			(select count(*)::int from graphile_worker.jobs where run_at < now() - interval '10 minutes' and attempts < max_attempts) as waiting,
			(select count(*)::int from items i where reply_count <> (select count(*) from replies r where r.item_id = i.id and r.status = 'published')) as counters,
			(select count(*)::int from users u where origin <> 'import' and reputation <> coalesce((select sum(amount) from reputation_entries e where e.user_id = u.id), 0)) as reputation
			from pg_database where datname = current_database()`.execute(ctx.db);
		const found = rows[0]!;
		say(Number.parseInt(found.version, 10) >= 15, `PostgreSQL ${found.version}`);
		say(found.encoding === 'UTF8', `encoding ${found.encoding}`);
		say(found.migrations > 0, `${found.migrations} migrations applied`);
		say(found.failed === 0, `${found.failed} jobs given up`);
		say(found.waiting === 0, `${found.waiting} jobs late by ten minutes (is a worker running?)`);
		say(found.counters === 0, `${found.counters} items whose count of replies differs from their replies`);
		say(found.reputation === 0, `${found.reputation} people whose reputation differs from its entries`);
		const wrong = await proveMoney(ctx.db);
		say(wrong.length === 0, `${wrong.length} differences in the ledger`);
		const { storage, ffmpeg } = ctx.media;
		const storageFault = await checkStorage(storage).then(
			() => null,
			(error: Error) => error.message,
		);
		say(
			storageFault === null,
			`files are kept in ${storage.place}${storageFault ? `: ${storageFault}` : ''}`,
		);
		const version = await ffmpeg.version();
		// A place without videos does well without it.
		say(
			version !== null || !(await hasVideos(ctx.db)),
			version === null
				? 'ffmpeg is missing (or lacks libx264): videos are played as they were uploaded. Install it, or name it in STOA_FFMPEG.'
				: `ffmpeg ${version}`,
		);
		say(
			ctx.config.origin !== undefined || ctx.config.host === '127.0.0.1',
			'ORIGIN is set for a site that others reach',
		);
		return healthy ? 0 : 1;
	},
};

async function hasVideos(db: Db): Promise<boolean> {
	const found = await db
		.selectFrom('media')
		.select('id')
		.where('kind', 'in', ['video', 'audio'])
		.limit(1)
		.execute();
	return found.length > 0;
}
