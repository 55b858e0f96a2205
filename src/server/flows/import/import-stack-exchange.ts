import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Db } from '../../platform/db/index.ts';
import { type Progress, silentProgress } from '../../platform/progress.ts';
import { neverStop, type Stop } from '../../platform/stop-signal.ts';
import { finishRun, type ImportRun, phaseOf, withImportRun } from './import-run.ts';
import { indexImported } from './index-imported.ts';
import { openRenderPool } from './render-pool.ts';
import { SourceError } from './source-error.ts';
import { type CountLine, checkCounts } from './stack-exchange/check-counts.ts';
import { TABLES } from './stack-exchange/dump-rows.ts';
import { guessSite } from './stack-exchange/guess-site.ts';
import { importAnswers } from './stack-exchange/import-answers.ts';
import { importBadges } from './stack-exchange/import-badges.ts';
import { importComments } from './stack-exchange/import-comments.ts';
import { importHistory } from './stack-exchange/import-history.ts';
import { importLinks } from './stack-exchange/import-links.ts';
import type { Importing } from './stack-exchange/import-phase.ts';
import { importQuestions } from './stack-exchange/import-questions.ts';
import { importTagWikis } from './stack-exchange/import-tag-wikis.ts';
import { importTags } from './stack-exchange/import-tags.ts';
import { importUsers } from './stack-exchange/import-users.ts';
import { importVotes } from './stack-exchange/import-votes.ts';
import { SHORTENED } from './stack-exchange/post-rows.ts';
import { type Dump, openDump } from './stack-exchange/read-dump.ts';
import { settle } from './stack-exchange/settle.ts';
import { namedSite, type Site } from './stack-exchange/site.ts';
import { tallyVotes } from './stack-exchange/tally-votes.ts';
import { targetSpace } from './target-space.ts';

export interface StackExchangeOptions {
	/** Slug of the space the questions go to; made when it is not there. By default one named after the site. */
	space?: string;
	/** Host, address or short name of the site; found out from the dump's links when absent. */
	site?: string;
	/** Whether `$…$` is mathematics; found out from the texts when absent. */
	math?: boolean;
	progress?: Progress;
	stop?: Stop;
	/** Most rows in one transaction; by default what suits each kind of row. */
	batch?: number;
	/** Threads that render; 0 renders in this one. */
	threads?: number;
}

export interface StackExchangeImport {
	site: Site;
	space: string;
	resumed: boolean;
	/** Files that were not there. */
	missing: string[];
	created: number;
	updated: number;
	unchanged: number;
	/** Texts beyond the limits of the pipeline that are kept as plain text. */
	shortened: number;
	counts: CountLine[];
	/** Every line of `counts` is equal. */
	equal: boolean;
}

/**
 * Takes a Stack Exchange data dump over into a space: see `docs/import.md` for what becomes what.
 *
 * Safe to run again: rows that are the same are passed over, rows that changed are updated, nothing is doubled.
 * Stopped or killed at any point, the same call goes on at the row after the last commit.
 *
 * @throws SourceError for what is wrong with the dump, with file and line; ImportStopped when `stop` was requested
 */
export async function importStackExchange(
	db: Db,
	dir: string,
	options: StackExchangeOptions = {},
): Promise<StackExchangeImport> {
	const progress = options.progress ?? silentProgress;
	const dump = await openDump(dir);
	const missing = dump.missing.map((table) => `${TABLES[table].file}.xml`);
	if (missing.length > 0) progress.note(`Not in this dump: ${missing.join(', ')}.`);
	// Its threads load while the dump is looked at.
	const pool = openRenderPool(options.threads);
	try {
		const guess = await guessSite(dump);
		const site = siteOf(dump, options.site, guess.host);
		const math = options.math ?? guess.math;
		progress.note(`${site.url}: ${math ? 'with' : 'without'} formulas.`);
		return await withImportRun(db, site.source, await fingerprint(dump), async (run) => {
			if (run.resumed) progress.note('Going on with an import that was interrupted.');
			const space = await targetSpace(db, options.space ?? site.spaceSlug, {
				name: site.spaceName,
				about: `Questions and answers from <${site.url}>, under the licence shown with each.`,
			});
			const [stop, batch] = [options.stop ?? neverStop, options.batch ?? Number.POSITIVE_INFINITY];
			const importing: Importing = { db, dump, site, space, run, pool, progress, stop, math, batch };
			await importAll(importing);
			const counts = await checkCounts(importing);
			await finishRun(db, run, counts);
			const equal = counts.every((line) => line.equal);
			return { site, space: space.slug, resumed: run.resumed, missing, ...totals(run), counts, equal };
		});
	} finally {
		await pool.close();
	}
}

async function importAll(importing: Importing): Promise<void> {
	const { run } = importing;
	await importUsers(importing);
	await importTags(importing);
	await importTagWikis(importing);
	if (!phaseOf(run, 'questions').done || !phaseOf(run, 'answers').done) {
		const votes = await tallyVotes(importing);
		await importQuestions(importing, votes);
		await importAnswers(importing, votes);
	}
	await importComments(importing);
	await importLinks(importing);
	await importHistory(importing);
	await importVotes(importing);
	await importBadges(importing);
	await settle(importing);
	await indexImported(importing.db, run, importing.progress, importing.stop);
}

function siteOf(dump: Dump, given: string | undefined, guessed: string | undefined): Site {
	const name = given ?? guessed;
	const site = name === undefined ? undefined : namedSite(name);
	if (site) return site;
	throw new SourceError(
		'bad_value',
		{ file: dump.dir },
		given === undefined ? 'does not say which site it is of' : `${JSON.stringify(given)} is no site`,
		'Name it: --site quantumcomputing, or --site https://meta.example.org.',
	);
}

/** Tells one dump from another by what its files are called and how large and old they are. */
async function fingerprint(dump: Dump): Promise<string> {
	const hash = createHash('sha1');
	for (const path of Object.values(dump.files).sort()) {
		const { size, mtimeMs } = await stat(path);
		hash.update(`${basename(path)} ${size} ${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

function totals(run: ImportRun) {
	const tallies = Object.values(run.phases).map((phase) => phase.tally);
	const sum = (key: 'created' | 'updated' | 'unchanged') =>
		tallies.reduce((total, tally) => total + tally[key], 0);
	const shortened = tallies.reduce((total, tally) => total + (tally.expected[SHORTENED] ?? 0), 0);
	return { created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged'), shortened };
}
