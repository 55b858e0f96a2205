import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Base, randomFrom } from '../../src/server/modules/fairplay/testing/community.ts';

/** The folder of a dump: in that which STOA_DATA_SETS names, else in shared/data beside the checkout. */
export const dumpFolder = (name: string): string =>
	join(process.env.STOA_DATA_SETS ?? join(import.meta.dirname, '../../../shared/data'), name);

/** Rows of a file of a Stack Exchange dump: their attributes. */
function rows(folder: string, file: string): Record<string, string>[] {
	const path = join(folder, `${file}.xml`);
	const text = existsSync(path)
		? readFileSync(path, 'utf8')
		: gunzipSync(readFileSync(`${path}.gz`)).toString();
	return [...text.matchAll(/<row ([^>]*)\/>/g)].map(([, inside]) =>
		Object.fromEntries([...inside!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])),
	);
}

const seconds = (date: string) => Math.floor(Date.parse(`${date}Z`) / 1000);

/**
 * People, questions, answers and the up-votes of each by day, as a published dump has them. Who voted is not in it, and
 * the hour is not: it is drawn.
 */
export function importBase(folder: string): Base {
	const random = randomFrom(1);
	const people = rows(folder, 'Users')
		.filter(({ Id }) => Number(Id) > 0)
		.map(({ Id, CreationDate }) => ({ id: Number(Id), joinedAt: seconds(CreationDate!) }));
	const known = new Set(people.map(({ id }) => id));
	const votes = new Map<string, number[]>();
	for (const { PostId, VoteTypeId, CreationDate } of rows(folder, 'Votes')) {
		if (VoteTypeId !== '2') continue;
		const those = votes.get(PostId!) ?? [];
		votes.set(PostId!, those);
		those.push(seconds(CreationDate!) + Math.floor(random() * 86_400));
	}
	const posts = rows(folder, 'Posts');
	const tags = new Map<string, number>();
	const topics = new Map<string, number>();
	for (const { Id, Tags } of posts) {
		const first = /&lt;([^&]+)&gt;/.exec(Tags ?? '')?.[1];
		if (!first) continue;
		if (!tags.has(first)) tags.set(first, tags.size + 1);
		topics.set(Id!, tags.get(first)!);
	}
	return {
		people,
		posts: posts
			.filter(
				({ PostTypeId, OwnerUserId }) =>
					(PostTypeId === '1' || PostTypeId === '2') && known.has(Number(OwnerUserId)),
			)
			.map(({ Id, ParentId, OwnerUserId, CreationDate }) => ({
				target: Number(Id) * 2,
				author: Number(OwnerUserId),
				topic: topics.get(ParentId ?? Id!) ?? 0,
				at: seconds(CreationDate!),
				votes: votes.get(Id!) ?? [],
			})),
	};
}
