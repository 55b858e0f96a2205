// Reads the public data sets; paths as in the README beside them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
	type Csr,
	csrFromRows,
	type Interactions,
	interactionsFromHistories,
} from '../../packages/recommender/src/index.ts';

export interface PublishedSplit {
	train: Interactions;
	test: Csr;
}

/** Sequences: train, then the validation item, then the test item of each user. */
export interface Sequences {
	all: Interactions;
	attributes: Csr;
}

function lines(data: string, file: string): string[] {
	const path = join(data, file);
	if (!existsSync(path)) throw new Error(`There is no ${path}: give the folder with --data.`);
	return gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
}

const numbers = (line: string) => line.trim().split(/\s+/).map(Number);

export function cnpc(data: string): PublishedSplit {
	const read = (file: string) => {
		const rows: number[][] = [];
		for (const line of lines(data, `recsys-canvas-cnpc/${file}`)) {
			const { user, item } = JSON.parse(line) as { user: number; item: number };
			rows[user] ??= [];
			rows[user].push(item);
		}
		return rows;
	};
	const test = read('cnpc_test.jsonl.gz');
	return {
		train: interactionsFromHistories(read('cnpc_train_valid.jsonl.gz'), 238),
		test: csrFromRows(
			test.map((columns) => ({ columns })),
			238,
		),
	};
}

/** `user item item …` in both files: Gowalla and MOOCCubeX. */
function givenSplit(data: string, folder: string, items: number): PublishedSplit {
	const read = (file: string) => {
		const rows: number[][] = [];
		for (const line of lines(data, `${folder}/${file}`)) {
			const [user = 0, ...row] = numbers(line);
			rows[user] = row;
		}
		return rows;
	};
	const train = read('train.txt.gz');
	const test = read('test.txt.gz');
	return {
		train: interactionsFromHistories(train, items),
		test: csrFromRows(
			train.map((_, user) => ({ columns: test[user] ?? [] })),
			items,
		),
	};
}

export const gowalla = (data: string) => givenSplit(data, 'recsys-gowalla', 40_981);
export const mooccubex = (data: string) => givenSplit(data, 'recsys-mooccubex', 2_297);

/** Names, descriptions and key concepts of the courses of MOOCCubeX, by course. */
export function courseTexts(data: string): string[] {
	const texts: string[] = [];
	for (const line of lines(data, 'recsys-mooccubex/course_profiles.jsonl.gz')) {
		const profile = JSON.parse(line) as {
			mapped_id: number;
			name: string;
			about: string;
			fields: string[];
			schools: string[];
			key_concepts: string[];
		};
		const { name, about, fields, schools, key_concepts: concepts } = profile;
		texts[profile.mapped_id] = [name, name, about, ...fields, ...schools, ...concepts].join('\n');
	}
	return Array.from({ length: 2_297 }, (_, item) => texts[item] ?? '');
}

const sequenceFiles = {
	beauty: ['recsys-amazon-seq', 'Beauty', 12_101],
	sports: ['recsys-amazon-seq', 'Sports_and_Outdoors', 18_357],
	lastfm: ['recsys-lastfm-seq', 'LastFM', 3_646],
} as const;

export function sequences(data: string, set: keyof typeof sequenceFiles): Sequences {
	const [folder, name, items] = sequenceFiles[set];
	// Ids of the files count from 1.
	const histories = lines(data, `${folder}/${name}.txt.gz`).map((line) =>
		numbers(line)
			.slice(1)
			.map((item) => item - 1),
	);
	const given = JSON.parse(lines(data, `${folder}/${name}_item2attributes.json.gz`).join('')) as Record<
		string,
		number[]
	>;
	const tags = Array.from({ length: items }, (_, item) =>
		[...new Set(given[item + 1] ?? [])].sort((a, b) => a - b),
	);
	const width = Math.max(...tags.map((row) => row.at(-1) ?? 0)) + 1;
	const attributes = csrFromRows(
		tags.map((columns) => ({ columns })),
		width,
	);
	return { all: interactionsFromHistories(histories, items, { tags: attributes }), attributes };
}

/** The fixed 99 negatives of each LastFM user. */
export function lastfmNegatives(data: string): number[][] {
	return lines(data, 'recsys-lastfm-seq/LastFM_sample.txt.gz').map((line) =>
		numbers(line)
			.slice(1)
			.map((item) => item - 1),
	);
}

export function citeulikeCmn(data: string): {
	train: Interactions;
	cases: { user: number; positive: number; negatives: number[] }[];
} {
	const rows: number[][] = Array.from({ length: 5_551 }, () => []);
	for (const line of lines(data, 'recsys-citeulike-a/cmn_train.tsv.gz')) {
		const [user = 0, item = 0] = numbers(line);
		rows[user]!.push(item);
	}
	const cases = lines(data, 'recsys-citeulike-a/cmn_test_negatives.tsv.gz').map((line) => {
		const [user = 0, positive = 0, ...negatives] = numbers(line);
		return { user, positive, negatives };
	});
	return { train: interactionsFromHistories(rows, 16_980), cases };
}

/** Items by what says what they are about; these files of the set's authors may be absent. */
export function citeulikeContent(data: string): { citations: Csr; tags: Csr } | undefined {
	const names = ['recsys-citeulike-a/citations.dat.gz', 'recsys-citeulike-a/item-tag.dat.gz'];
	if (names.some((name) => !existsSync(join(data, name)))) return undefined;
	const [citations, tags] = names.map((name) => lines(data, name).map((line) => numbers(line).slice(1)));
	return {
		// A paper counts as citing itself: it is like what cites it, and like what is cited with it.
		citations: csrFromRows(
			citations!.map((cited, paper) => ({ columns: [paper, ...cited] })),
			16_980,
		),
		tags: csrFromRows(
			tags!.map((columns) => ({ columns })),
			46_391,
		),
	};
}

export function citeulikeCvae(data: string, p: 1 | 10): PublishedSplit {
	const read = (part: string) =>
		lines(data, `recsys-citeulike-a/cvae_cf-${part}-${p}-users.dat.gz`).map((line) => numbers(line).slice(1));
	return {
		train: interactionsFromHistories(read('train'), 16_980),
		test: csrFromRows(
			read('test').map((columns) => ({ columns })),
			16_980,
		),
	};
}
