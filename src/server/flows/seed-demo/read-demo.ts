import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface DemoPerson {
	handle: string;
	name: string;
	shown: string;
	headline: string;
	bio: string;
	lang: 'zh-CN' | 'en';
	time_zone: string;
	expertise: string[];
	role: 'member' | 'moderator' | 'admin';
	joined_days_ago: number;
	face: unknown;
}

export interface DemoTag {
	slug: string;
	zh: string;
	en: string;
	about_zh: string;
	about_en: string;
	synonyms?: string[];
}

export interface DemoSpace {
	slug: string;
	zh: string;
	en: string;
	tagline_zh: string;
	tagline_en: string;
	kind: 'commons' | 'free' | 'paid';
	owner: string;
	moderators?: string[];
	experts?: string[];
	about_zh: string;
	about_en: string;
	rules_zh: string[];
	rules_en: string[];
	price?: Partial<Record<'month' | 'year', { amount: number; currency: string }>>;
}

/** One answer, post or comment; comments stand under the reply before them or under the item. */
export interface DemoReply {
	kind: 'answer' | 'post' | 'comment';
	author: string;
	daysAgo: number;
	up: number;
	down: number;
	source: string;
	/** Index of the reply this one answers in the same list, or null under the item itself. */
	parent: number | null;
	/** Index of the answer or post that a comment stands under, or null. */
	root: number | null;
}

export interface DemoItem {
	slug: string;
	kind: 'question' | 'article' | 'discussion' | 'snippet' | 'column';
	title: string;
	space: string;
	author: string;
	lang: 'zh-CN' | 'en';
	tags: string[];
	days_ago: number;
	up: number;
	down: number;
	views: number;
	access: 'free' | 'members' | 'paid';
	price?: number;
	currency?: string;
	accepted?: number;
	bounty?: number;
	closed_as_duplicate_of?: string;
	column?: string;
	language?: string;
	pinned?: boolean;
	difficulty?: 'beginner' | 'intermediate' | 'advanced';
	source: string;
	replies: DemoReply[];
}

export interface Demo {
	people: DemoPerson[];
	tags: DemoTag[];
	spaces: DemoSpace[];
	items: DemoItem[];
}

/**
 * Reads the demo community from its folder.
 *
 * @throws Error naming the file and what is wrong with it
 */
export function readDemo(dir: string): Demo {
	const list = (name: string) => parse(readFileSync(join(dir, name), 'utf8'));
	const items = readdirSync(join(dir, 'items'))
		.filter((file) => file.endsWith('.md'))
		.sort()
		.map((file) => readDemoItem(file.slice(0, -3), readFileSync(join(dir, 'items', file), 'utf8')));
	return { people: list('people.yaml'), tags: list('tags.yaml'), spaces: list('spaces.yaml'), items };
}

const separator = /^(===|>>>) (answer|post|comment|reply) @([a-z0-9-]+)((?: \w+=[\d.]+)*)\s*$/;

/** Reads one item: front matter, body, then replies behind `=== answer @who …` and `>>> comment @who …` lines. */
export function readDemoItem(slug: string, text: string): DemoItem {
	const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
	if (!match) throw new Error(`demo/items/${slug}.md has no front matter`);
	const lines = match[2]!.split('\n');
	const replies: DemoReply[] = [];
	const body: string[] = [];
	let target = body;
	const sources: string[][] = [];
	let root: number | null = null;
	let comment: number | null = null;
	let fence = '';
	for (const line of lines) {
		const opening = /^(`{3,}|~{3,})/.exec(line)?.[1];
		if (opening && (!fence || line.startsWith(fence))) fence = fence ? '' : opening;
		const head = fence ? null : separator.exec(line);
		if (!head) {
			target.push(line);
			continue;
		}
		const numbers = Object.fromEntries(
			head[4]!
				.trim()
				.split(' ')
				.filter(Boolean)
				.map((pair) => pair.split('=') as [string, string]),
		);
		const index = replies.length;
		const top = head[1] === '===';
		if (top) {
			root = index;
			comment = null;
		}
		const answered: number | null = head[2] === 'reply' ? comment : root;
		replies.push({
			kind: top ? (head[2] as 'answer' | 'post') : 'comment',
			author: head[3]!,
			daysAgo: Number(numbers.days_ago ?? 1),
			up: Number(numbers.up ?? 0),
			down: Number(numbers.down ?? 0),
			source: '',
			parent: top ? null : answered,
			root: top ? null : root,
		});
		if (head[2] === 'comment') comment = index;
		target = [];
		sources.push(target);
	}
	for (const [i, reply] of replies.entries()) reply.source = sources[i]!.join('\n').trim();
	return {
		access: 'free',
		up: 0,
		down: 0,
		views: 0,
		...parse(match[1]!),
		slug,
		source: body.join('\n').trim(),
		replies,
	};
}
