import type { aPerson } from '../../modules/items/testing.ts';
import { holders, holdMedia, setSubtitles } from '../../modules/media/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Context } from '../context.ts';

type PersonBuilt = Awaited<ReturnType<typeof aPerson>>;

/** Files of `author`: a video that something shows which `member` may open, and a text and a picture that nothing shows. */
export async function buildMedia({ db, media }: Context, author: PersonBuilt, member: PersonBuilt) {
	holders.register('world-thing', async (_, actor, ids) => new Set(actor.userId === member.id ? ids : []));
	const about = { owner_id: author.id, status: 'ready', progress: 100, converted_at: new Date() };
	const video = await insert(db, {
		...about,
		...{ purpose: 'video', kind: 'video', name: 'lesson.mp4', mime: 'video/mp4', bytes: 1_000_000 },
		...{ token: 'a'.repeat(26), width: 640, height: 360, duration_ms: 60_000, has_audio: true },
	});
	await db
		.insertInto('media_variants')
		.values({
			...{ media_id: video, role: 'stream', name: '360', format: 'hls', width: 640, height: 360 },
			...{ bytes: 900_000, bitrate: 800_000, codecs: 'avc1.64001f,mp4a.40.2' },
		})
		.execute();
	await holdMedia(db, author.actor, { mediaId: video, holder: 'world-thing', holderId: 1 });
	await setSubtitles(db, author.actor, video, {
		...{ language: 'en', label: 'English' },
		text: 'WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nA transaction is just another handle.\n',
	});
	const file = await insert(db, {
		...about,
		...{
			purpose: 'file',
			kind: 'file',
			name: 'notes.txt',
			mime: 'text/plain',
			bytes: 5,
			token: 'b'.repeat(26),
		},
	});
	await media.storage.put(`media/${file}/original`, Buffer.from('notes'));
	const picture = await insert(db, {
		...about,
		...{ purpose: 'cover', kind: 'image', name: 'cover.png', mime: 'image/png', bytes: 900 },
		...{ token: 'c'.repeat(26), width: 1280, height: 720 },
	});
	return { video, file, picture };
}

async function insert(db: Db, values: Parameters<ReturnType<typeof into>['values']>[0]): Promise<number> {
	const { id } = await into(db).values(values).returning('id').executeTakeFirstOrThrow();
	return id;
}

const into = (db: Db) => db.insertInto('media');
