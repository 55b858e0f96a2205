import { sql } from '../../../platform/db/index.ts';
import { phaseOf } from '../import-run.ts';
import type { Importing } from './import-phase.ts';

/** One line of the closing table. */
export interface CountLine {
	what: string;
	/** In the dump. */
	dump: number;
	/** In the database, asked of it after the import. */
	imported: number;
	/** Rows of the dump that have no place here, with the reason. */
	leftOut: Record<string, number>;
	/** `dump` minus what was left out equals `imported`. */
	equal: boolean;
}

/** Holds the dump against the database: every line counts rows or sums numbers on both sides, independently. */
export async function checkCounts(importing: Importing): Promise<CountLine[]> {
	const { dump, run } = importing;
	const actual = await countImported(importing);
	const tally = (phase: string) => phaseOf(run, phase).tally;
	const lines: CountLine[] = [];
	const add = (what: string, dumped: number, imported: number, leftOut: Record<string, number> = {}) => {
		const gone = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
		lines.push({ what, dump: dumped, imported, leftOut, equal: dumped - gone === imported });
	};
	const expected = (phase: string, name: string) => tally(phase).expected[name] ?? 0;
	const rows = (what: string, phase: string, imported: number) =>
		add(what, tally(phase).read, imported, only(tally(phase).leftOut, notKept));
	rows('questions', 'questions', actual.questions);
	rows('answers', 'answers', actual.answers);
	if (dump.files.comments) rows('comments', 'comments', actual.comments);
	if (dump.files.users) rows('people', 'users', actual.users);
	if (dump.files.tags) rows('tags', 'tags', actual.tags);
	if (dump.files.tags) rows('tag descriptions', 'tag wikis', actual.tagWikis);
	if (dump.files.badges) rows('badges', 'badges', actual.badges);
	if (dump.files.postLinks) rows('links', 'links', actual.links);
	if (dump.files.postHistory)
		add('revisions', tally('history').created + tally('history').unchanged, actual.revisions);
	if (dump.files.votes)
		rows('votes', 'votes', expected('votes', 'counted in scores') + actual.bookmarks + actual.bounties);
	if (dump.files.votes)
		add('up votes', expected('questions', 'up votes') + expected('answers', 'up votes'), actual.ups);
	if (dump.files.votes)
		add('down votes', expected('questions', 'down votes') + expected('answers', 'down votes'), actual.downs);
	if (dump.files.votes) add('bookmarks', expected('votes', 'bookmarks'), actual.bookmarks);
	if (dump.files.votes) add('bounties', expected('votes', 'bounties'), actual.bounties);
	add('score of questions', expected('questions', 'score'), actual.questionScore);
	add('score of answers', expected('answers', 'score'), actual.answerScore);
	if (dump.files.comments) add('score of comments', expected('comments', 'score'), actual.commentScore);
	if (dump.files.users) add('reputation', expected('users', 'reputation'), actual.reputation);
	add('accepted answers', expected('questions', 'accepted'), actual.accepted, {
		'answers that are not in the dump': actual.acceptedMissing,
	});
	add('closed questions', expected('questions', 'closed'), actual.closed);
	add(
		'community wiki posts',
		expected('questions', 'community wiki') + expected('answers', 'community wiki'),
		actual.communityWiki,
	);
	add('uses of tags', expected('questions', 'tag uses'), actual.tagUses, {
		'of tags that are one tag here': expected('questions', 'merged tags'),
	});
	if (dump.files.tags) add('required tags', expected('tags', 'required tags'), actual.requiredTags);
	if (dump.files.tags)
		add('moderator-only tags', expected('tags', 'moderator-only tags'), actual.moderatorTags);
	return lines;
}

/** Reasons under which a row is kept all the same, in another form. */
const notKept = (reason: string): boolean => !reason.endsWith(', kept');

function only(record: Record<string, number>, keep: (key: string) => boolean): Record<string, number> {
	return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}

async function countImported({ db, run }: Importing) {
	const refs = (kind: string) =>
		sql`(select target_id as id from import_refs where source = ${run.source} and kind = ${kind}) as ref`;
	// Votes cast here are no part of the dump's score.
	const cast = (column: 'item_id' | 'reply_id') =>
		sql`(select coalesce(sum(value), 0) from votes where votes.${sql.ref(column)} = ref.id ${column === 'item_id' ? sql`and votes.reply_id is null` : sql``})`;
	const castOf = (column: 'item_id' | 'reply_id', value: number) =>
		sql`(select count(*) from votes where value = ${value} and votes.${sql.ref(column)} = ref.id ${column === 'item_id' ? sql`and votes.reply_id is null` : sql``})`;
	const { rows: items } = await sql<
		Record<
			'questions' | 'questionScore' | 'ups' | 'downs' | 'accepted' | 'closed' | 'wiki' | 'tagUses',
			number
		>
	>`
		select count(*)::int as questions, coalesce(sum(score - ${cast('item_id')}), 0)::int as "questionScore",
			coalesce(sum(up_count - ${castOf('item_id', 1)}), 0)::int as ups, coalesce(sum(down_count - ${castOf('item_id', -1)}), 0)::int as downs,
			count(accepted_reply_id)::int as accepted, count(closed_at)::int as closed, count(*) filter (where community_wiki)::int as wiki,
			coalesce(sum((select count(*) from item_tags where item_tags.item_id = ref.id)), 0)::int as "tagUses"
		from ${refs('question')} join items on items.id = ref.id`.execute(db);
	const { rows: answers } = await sql<Record<'answers' | 'score' | 'ups' | 'downs' | 'wiki', number>>`
		select count(*)::int as answers, coalesce(sum(score - ${cast('reply_id')}), 0)::int as score,
			coalesce(sum(up_count - ${castOf('reply_id', 1)}), 0)::int as ups, coalesce(sum(down_count - ${castOf('reply_id', -1)}), 0)::int as downs,
			count(*) filter (where community_wiki)::int as wiki
		from ${refs('answer')} join replies on replies.id = ref.id`.execute(db);
	const { rows: others } = await sql<
		Record<
			| 'comments'
			| 'commentScore'
			| 'users'
			| 'tags'
			| 'tagWikis'
			| 'badges'
			| 'links'
			| 'revisions'
			| 'bounties'
			| 'bookmarks'
			| 'reputation'
			| 'requiredTags'
			| 'moderatorTags'
			| 'acceptedMissing',
			number
		>
	>`select
		(select count(*)::int from ${refs('comment')} join replies on replies.id = ref.id) as comments,
		(select coalesce(sum(score - ${cast('reply_id')}), 0)::int from ${refs('comment')} join replies on replies.id = ref.id) as "commentScore",
		(select count(*)::int from ${refs('user')} join users on users.id = ref.id) as users,
		(select count(*)::int from ${refs('tag')} join tags on tags.id = ref.id) as tags,
		(select count(*)::int from ${refs('tag-wiki')} join tags on tags.id = ref.id) as "tagWikis",
		(select count(*)::int from ${refs('badge')} join user_badges on user_badges.id = ref.id) as badges,
		(select count(*)::int from ${refs('link')} where exists (select from item_links where item_links.item_id = ref.id)) as links,
		(select count(*)::int from ${refs('revision')} join revisions on revisions.id = ref.id) as revisions,
		(select count(*)::int from ${refs('bounty')} join bounties on bounties.id = ref.id) as bounties,
		(select count(*)::int from bookmarks where item_id in (select id from ${refs('question')}) and user_id in (select id from ${refs('user')} join users using (id) where origin = 'import')) as bookmarks,
		(select coalesce(sum(amount), 0)::int from reputation_entries where reason = 'import' and user_id in (select id from ${refs('user')})) as reputation,
		(select count(*)::int from ${refs('tag')} join tags on tags.id = ref.id where required) as "requiredTags",
		(select count(*)::int from ${refs('tag')} join tags on tags.id = ref.id where moderator_only) as "moderatorTags",
		(select count(*)::int from import_refs where source = ${run.source} and kind = 'accepted' and content_hash = '') as "acceptedMissing"
	`.execute(db);
	const [item, answer, other] = [items[0]!, answers[0]!, others[0]!];
	return {
		...other,
		questions: item.questions,
		questionScore: item.questionScore,
		accepted: item.accepted,
		closed: item.closed,
		tagUses: item.tagUses,
		answers: answer.answers,
		answerScore: answer.score,
		ups: item.ups + answer.ups,
		downs: item.downs + answer.downs,
		communityWiki: item.wiki + answer.wiki,
	};
}
