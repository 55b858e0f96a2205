import { now } from '../../../kernel/clock.ts';
import { SourceError } from '../source-error.ts';
import type { XmlRow } from './scan-xml-rows.ts';

/** Where a value stands, for the message when it is refused. */
interface Cell {
	file: string;
	line: number;
	column: string;
}

interface Column<T> {
	name: string;
	read(raw: string | undefined, cell: Cell): T;
}

type Columns = Record<string, Column<unknown>>;
type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

const required = <T>(name: string, parse: (raw: string, cell: Cell) => T): Column<T> => ({
	name,
	read(raw, cell) {
		if (raw === undefined) {
			throw new SourceError(
				'missing_column',
				cell,
				`the row has no ${name}`,
				'Use the dump as it was published; this column is needed.',
			);
		}
		return parse(raw, cell);
	},
});

const optional = <T, D>(
	name: string,
	parse: (raw: string, cell: Cell) => T,
	otherwise: D,
): Column<T | D> => ({
	name,
	read: (raw, cell) => (raw === undefined || raw === '' ? otherwise : parse(raw, cell)),
});

function refuse(raw: string, cell: Cell, wanted: string): never {
	throw new SourceError(
		'bad_value',
		cell,
		`${cell.column} is ${JSON.stringify(raw.slice(0, 60))}, not ${wanted}`,
		'Correct or remove this row.',
	);
}

const text = (raw: string): string => raw;

function integer(raw: string, cell: Cell): number {
	const value = Number(raw);
	if (!/^-?\d{1,15}$/.test(raw)) refuse(raw, cell, 'a whole number');
	return value;
}

/** Columns that the database keeps in 32 bits. */
function small(raw: string, cell: Cell): number {
	const value = integer(raw, cell);
	if (Math.abs(value) > 2_147_483_647) refuse(raw, cell, 'a number that fits 32 bits');
	return value;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?Z?$/;
const FIRST_YEAR = 1990;

/** Dump dates carry no zone and are UTC. A date no site can have had is refused rather than shown for ever. */
function moment(raw: string, cell: Cell): Date {
	if (!MOMENT.test(raw)) refuse(raw, cell, 'a date like 2018-03-12T17:00:45.567');
	const date = new Date(raw.endsWith('Z') ? raw : `${raw}Z`);
	// An impossible day is either no date at all or rolls over into the next month.
	if (!(date.getUTCDate() === Number(raw.slice(8, 10)))) refuse(raw, cell, 'a day of the calendar');
	if (date.getUTCFullYear() < FIRST_YEAR || date.getTime() > now().getTime() + 366 * 86_400_000) {
		refuse(raw, cell, `a date between ${FIRST_YEAR} and next year`);
	}
	return date;
}

function flag(raw: string, cell: Cell): boolean {
	const value = raw.toLowerCase();
	if (value === 'true' || value === '1') return true;
	if (value === 'false' || value === '0') return false;
	return refuse(raw, cell, 'True or False');
}

/** `<a><b>` in older dumps, `|a|b|` in newer ones. */
function tagList(raw: string): string[] {
	return raw
		.split(/[<>|]+/)
		.map((tag) => tag.trim())
		.filter((tag) => tag !== '');
}

const none = undefined;

const posts = {
	id: required('Id', small),
	type: required('PostTypeId', small),
	parentId: optional('ParentId', small, none),
	acceptedAnswerId: optional('AcceptedAnswerId', small, none),
	createdAt: required('CreationDate', moment),
	score: optional('Score', small, 0),
	viewCount: optional('ViewCount', small, 0),
	body: optional('Body', text, ''),
	ownerId: optional('OwnerUserId', small, none),
	ownerName: optional('OwnerDisplayName', text, none),
	editorId: optional('LastEditorUserId', small, none),
	editorName: optional('LastEditorDisplayName', text, none),
	editedAt: optional('LastEditDate', moment, none),
	activeAt: optional('LastActivityDate', moment, none),
	title: optional('Title', text, none),
	tags: optional('Tags', tagList, none),
	answerCount: optional('AnswerCount', small, none),
	commentCount: optional('CommentCount', small, none),
	favoriteCount: optional('FavoriteCount', small, none),
	closedAt: optional('ClosedDate', moment, none),
	communityOwnedAt: optional('CommunityOwnedDate', moment, none),
	license: optional('ContentLicense', text, none),
} satisfies Columns;

const users = {
	id: required('Id', small),
	reputation: optional('Reputation', small, 1),
	createdAt: required('CreationDate', moment),
	name: optional('DisplayName', text, none),
	seenAt: optional('LastAccessDate', moment, none),
	website: optional('WebsiteUrl', text, none),
	location: optional('Location', text, none),
	about: optional('AboutMe', text, none),
	views: optional('Views', small, 0),
	upVotes: optional('UpVotes', small, 0),
	downVotes: optional('DownVotes', small, 0),
	imageUrl: optional('ProfileImageUrl', text, none),
	accountId: optional('AccountId', small, none),
} satisfies Columns;

const votes = {
	id: required('Id', integer),
	postId: required('PostId', small),
	type: required('VoteTypeId', small),
	createdAt: optional('CreationDate', moment, none),
	userId: optional('UserId', small, none),
	bounty: optional('BountyAmount', small, none),
} satisfies Columns;

const comments = {
	id: required('Id', small),
	postId: required('PostId', small),
	score: optional('Score', small, 0),
	text: optional('Text', text, ''),
	createdAt: required('CreationDate', moment),
	userId: optional('UserId', small, none),
	userName: optional('UserDisplayName', text, none),
	license: optional('ContentLicense', text, none),
} satisfies Columns;

const tags = {
	id: required('Id', small),
	name: required('TagName', text),
	count: optional('Count', small, 0),
	excerptPostId: optional('ExcerptPostId', small, none),
	wikiPostId: optional('WikiPostId', small, none),
	required: optional('IsRequired', flag, false),
	moderatorOnly: optional('IsModeratorOnly', flag, false),
} satisfies Columns;

const badges = {
	id: required('Id', small),
	userId: required('UserId', small),
	name: required('Name', text),
	date: required('Date', moment),
	class: optional('Class', small, 3),
	tagBased: optional('TagBased', flag, false),
} satisfies Columns;

const postLinks = {
	id: required('Id', integer),
	createdAt: optional('CreationDate', moment, none),
	postId: required('PostId', small),
	relatedPostId: required('RelatedPostId', small),
	type: required('LinkTypeId', small),
} satisfies Columns;

const postHistory = {
	id: required('Id', integer),
	type: required('PostHistoryTypeId', small),
	postId: required('PostId', small),
	group: optional('RevisionGUID', text, none),
	createdAt: required('CreationDate', moment),
	userId: optional('UserId', small, none),
	userName: optional('UserDisplayName', text, none),
	comment: optional('Comment', text, none),
	text: optional('Text', text, none),
	license: optional('ContentLicense', text, none),
} satisfies Columns;

export const TABLES = {
	posts: { file: 'Posts', root: 'posts', columns: posts },
	users: { file: 'Users', root: 'users', columns: users },
	votes: { file: 'Votes', root: 'votes', columns: votes },
	comments: { file: 'Comments', root: 'comments', columns: comments },
	tags: { file: 'Tags', root: 'tags', columns: tags },
	badges: { file: 'Badges', root: 'badges', columns: badges },
	postLinks: { file: 'PostLinks', root: 'postlinks', columns: postLinks },
	postHistory: { file: 'PostHistory', root: 'posthistory', columns: postHistory },
} as const;

export type TableName = keyof typeof TABLES;
export type Row<T extends TableName> = RowOf<(typeof TABLES)[T]['columns']>;
export type Post = Row<'posts'>;
export type User = Row<'users'>;
export type Vote = Row<'votes'>;
export type Comment = Row<'comments'>;
export type Tag = Row<'tags'>;
export type Badge = Row<'badges'>;
export type PostLink = Row<'postLinks'>;
export type PostHistory = Row<'postHistory'>;

/** A scanned row as typed values; columns it does not know are left out, so newer dumps still read. */
export function typedRow<T extends TableName>(table: T, file: string, row: XmlRow): Row<T> {
	const columns: Columns = TABLES[table].columns;
	const typed: Record<string, unknown> = {};
	for (const key in columns) {
		const column = columns[key]!;
		typed[key] = column.read(row.attributes.get(column.name), { file, line: row.line, column: column.name });
	}
	return typed as Row<T>;
}
