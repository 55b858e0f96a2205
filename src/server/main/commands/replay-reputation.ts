import { parseArgs } from 'node:util';
import { replayReputation, SourceError } from '../../flows/import/index.ts';
import { activeRules, type ReadyTable, type Rules, readyTables } from '../../modules/growth/index.ts';
import { reportProgress } from '../../platform/progress.ts';
import type { Command } from '../command.ts';

const usage = `stoa replay-reputation DIR [--rules ${Object.keys(readyTables).join('|')}|active] [--json]`;

/** From this day on Stack Exchange gave for a question what it gives for an answer, for past votes too. */
const RECALCULATED = new Date('2019-11-13');

/** Exit codes: 0 compared, 1 the dump cannot be read, 2 not understood. */
export const replayReputationCommand: Command = {
	usage,
	summary:
		'Computes reputation anew from the votes of a Stack Exchange dump and compares it with what the dump says.',
	async run(ctx, args) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { rules: { type: 'string' }, json: { type: 'boolean', default: false } },
		});
		const [dir] = positionals;
		const name = values.rules;
		if (!dir || (name !== undefined && name !== 'active' && !(name in readyTables))) {
			process.stderr.write(`${usage}\n`);
			return 2;
		}
		const { rules } = await activeRules(ctx.db);
		let used = name ?? '';
		const rulesAt = (last: Date): Rules => {
			used ||= last < RECALCULATED ? 'stackexchange-2019' : 'stackexchange';
			return used === 'active' ? rules : readyTables[used as ReadyTable](rules);
		};
		try {
			const found = await replayReputation(dir, rulesAt, reportProgress());
			process.stdout.write(
				values.json ? `${JSON.stringify({ rules: used, ...found })}\n` : table(used, found),
			);
			return 0;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			process.stderr.write(`${error.message}\n`);
			return 1;
		}
	},
};

const words: Record<keyof Awaited<ReturnType<typeof replayReputation>>['all'], string> = {
	equal: 'equal',
	'association-bonus': 'equal but for the bonus of 100 for who is trusted on another site',
	'downvotes-cast': 'less, by no more than the votes down that they cast (1 each, on answers)',
	'suggested-edits': 'more, by a multiple of 2 (edits approved, whose makers are not named)',
	several: 'within what votes cast and edits can explain together',
	'less-than-votes': 'less than the votes come to (votes reversed, posts deleted)',
	'more-than-votes': 'more than the votes come to (deleted posts that keep what they earned, other sites)',
};

function table(rules: string, found: Awaited<ReturnType<typeof replayReputation>>): string {
	const share = (n: number, of: number) => `${n} (${((100 * n) / Math.max(1, of)).toFixed(2)} %)`;
	const rows = Object.entries(words).map(([key, text]) => {
		const name = key as keyof typeof words;
		return `| ${text} | ${share(found.all[name], found.people)} | ${share(found.touched[name], found.touchedPeople)} |`;
	});
	const { votes } = found;
	return `rules ${rules}; last vote ${found.lastVote}; ${votes.weighed} votes weighed, ${votes.onCommunityWiki} on community wikis, ${votes.onMissingPosts} on posts that are not in the dump, ${votes.ofNobody} on posts of nobody; ${found.editsApproved} edits approved, of which the explanations below need ${found.editsNeeded}; the daily cap took something from ${found.capped} people

| | all ${found.people} people | the ${found.touchedPeople} whose texts were voted on |
|---|---:|---:|
${rows.join('\n')}
| reputation by the dump, and by the votes | | ${found.said}, ${found.computed} |
| median difference, bonus aside | | ${found.medianOff} |
`;
}
