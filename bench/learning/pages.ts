import { startEmbedded } from '../../src/server/platform/db/embedded.ts';
import { openDatabase } from '../../src/server/platform/db/index.ts';
import { bareServer, rate, startStoa } from '../http/measure.ts';
import { atLeast, type Result } from '../report.ts';

/** The page of a lesson as its learner and as a visitor get it, beside the limits of the http suite. */
export async function measurePages(dataDir: string): Promise<Result[]> {
	const loading = await startEmbedded({ dataDir });
	const { db } = openDatabase(loading.url);
	const lesson = await db
		.selectFrom('lessons')
		.select(['id', 'course_id'])
		.where('kind', '=', 'text')
		.orderBy('id')
		.executeTakeFirstOrThrow();
	const session = await db.selectFrom('sessions').select('token').executeTakeFirstOrThrow();
	const bare = await bareServer('query', { database: loading.url });
	process.stderr.write('· bare server with one query\n');
	const limit = (await rate({ url: bare.url })).rate;
	await bare.stop();
	await db.destroy();
	await loading.stop();

	const path = `/courses/${lesson.course_id}/lessons/${lesson.id}`;
	const cookie = `stoa.session_token=${session.token}.x`;
	const stoa = await startStoa({ STOA_DATA_DIR: dataDir });
	try {
		process.stderr.write('· lesson page\n');
		const own = (await rate({ url: stoa.url + path, headers: { cookie } })).rate;
		const body = Buffer.from(await (await fetch(stoa.url + path)).arrayBuffer());
		const bytes = await bareServer('bytes', { body });
		const whole = (await rate({ url: bytes.url })).rate;
		await bytes.stop();
		const visitor = (await rate({ url: stoa.url + path })).rate;
		return [
			atLeast('limit: bare Node server, one prepared query', limit, '1/s', null),
			atLeast('lesson page, signed in', own, '1/s', 0.1, limit),
			atLeast(
				`lesson page, anonymous, cached (${(body.length / 1024).toFixed(0)} KB)`,
				visitor,
				'1/s',
				0.5,
				whole,
			),
		];
	} finally {
		await stoa.stop();
	}
}
