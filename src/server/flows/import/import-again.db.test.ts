import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../modules/questions/index.ts';
import { hrefOf } from '../../modules/items/index.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { followOldAddress } from '../follow-old-address.ts';
import { ImportStopped } from './import-run.ts';
import { importStackExchange } from './import-stack-exchange.ts';
import { importedState } from './stack-exchange/state.testing.ts';
import { person, question, reply, SOURCE, teaDump } from './stack-exchange/tea.testing.ts';

const run = (db: Db, dir: string, more = {}) => importStackExchange(db, dir, { threads: 0, ...more });

describe('a dump, imported again', async () => {
	const { db } = await testDatabase();
	let before: Awaited<ReturnType<typeof importedState>>;
	beforeAll(async () => {
		await run(db, await teaDump());
		before = await importedState(db, SOURCE);
	});

	test('unchanged: same counts, nothing doubled, nothing touched', async () => {
		const versions = () => sql<{ version: number }>`select version from items order by id`.execute(db);
		const old = (await versions()).rows;
		const again = await run(db, await teaDump());
		expect(again).toMatchObject({ equal: true, created: 0, updated: 0 });
		expect(await importedState(db, SOURCE)).toEqual(before);
		expect((await versions()).rows).toEqual(old);
	});

	test('changed rows are updated; what people did here since stays', async () => {
		const [voter, editor] = [await aPerson(db), await aPerson(db)];
		const first = await question(db, 1);
		await sql`insert into votes (user_id, item_id, value) values (${voter.id}, ${first.id}, 1)`.execute(db);
		await sql`update items set score = score + 1, up_count = up_count + 1 where id = ${first.id}`.execute(db);
		const sixth = await question(db, 6);
		await sql`update item_bodies set source = 'Rewritten here.', html = '<p>Rewritten here.</p>' where item_id = ${sixth.id}`.execute(
			db,
		);
		await sql`insert into revisions (item_id, number, title, source, editor_id) values (${sixth.id}, 2, 'x', 'Rewritten here.', ${editor.id})`.execute(
			db,
		);
		await sql`update items set revision = 2 where id = ${sixth.id}`.execute(db);
		await sql`update users set reputation = reputation + 10 where handle = 'mei-lin'`.execute(db);
		await sql`insert into reputation_entries (user_id, amount, reason) select id, 10, 'vote' from users where handle = 'mei-lin'`.execute(
			db,
		);

		const newer = await teaDump((name, text) =>
			name === 'Posts'
				? text
						.replace(
							'AcceptedAnswerId="3" CreationDate="2011-02-01T10:00:00.000" Score="7"',
							'AcceptedAnswerId="4" CreationDate="2011-02-01T10:00:00.000" Score="11"',
						)
						.replace('Tags="&lt;brewing&gt;&lt;c++&gt;"', 'Tags="&lt;brewing&gt;&lt;water&gt;"')
						.replace('It depends.', 'It depends on &lt;em&gt;leaves&lt;/em&gt;.')
						.replace(
							'Id="6" PostTypeId="1" CreationDate="2011-01-01T00:00:00.000" Score="3"',
							'Id="6" PostTypeId="1" CreationDate="2011-01-01T00:00:00.000" Score="5"',
						)
						.replace('ClosedDate="2012-05-07T00:00:00.000"', '')
						.replace(
							'</posts>',
							'<row Id="30" PostTypeId="2" ParentId="9" CreationDate="2023-01-01T00:00:00.000" Score="1" Body="&lt;p&gt;Reload.&lt;/p&gt;" OwnerUserId="4" /></posts>',
						)
				: name === 'Users'
					? text
							.replace('Reputation="4211"', 'Reputation="4300"')
							.replace('DisplayName="陆羽"', 'DisplayName="陆鸿渐"')
					: text,
		);
		const again = await run(db, newer);
		expect(again.counts.filter((count) => !count.equal)).toEqual([]);
		expect(again.created).toBe(1);
		const fourth = await reply(db, 'answer', 4);
		expect(await question(db, 1)).toMatchObject({
			score: 12,
			accepted_reply_id: fourth.id,
			tag_slugs: ['brewing', 'water'],
		});
		expect(fourth.html).toContain('<em>leaves</em>');
		expect(await question(db, 2)).toMatchObject({ closed_at: null });
		expect(await question(db, 6)).toMatchObject({ score: 5, source: 'Rewritten here.', revision: 2 });
		expect(await question(db, 9)).toMatchObject({ answer_count: 1, reply_count: 1 });
		expect(await person(db, 1)).toMatchObject({ reputation: 4310 });
		expect(await person(db, 4)).toMatchObject({ name: '陆鸿渐', handle: 'reader-4' });
		expect(again.updated).toBe(6);
	});
});

describe('an import that is interrupted', async () => {
	const [straight, stopped, killed] = [await testDatabase(), await testDatabase(), await testDatabase()];
	let whole: Awaited<ReturnType<typeof importedState>>;
	beforeAll(async () => {
		await run(straight.db, await teaDump(), { batch: 1 });
		whole = await importedState(straight.db, SOURCE);
	});

	test('stopped after every single transaction, it ends as one that was not', async () => {
		const dir = await teaDump();
		let stops = 0;
		for (;;) {
			try {
				const result = await run(stopped.db, dir, { batch: 1, stop: { requested: true } });
				expect(result).toMatchObject({ equal: true, resumed: true });
				break;
			} catch (error) {
				expect(error).toBeInstanceOf(ImportStopped);
				stops++;
			}
		}
		expect(stops).toBeGreaterThan(50);
		expect(await importedState(stopped.db, SOURCE)).toEqual(whole);
		const runs = await sql<{ n: number }>`select count(*)::int as n from import_runs`.execute(stopped.db);
		expect(runs.rows[0]!.n).toBe(1);
	});

	test('killed with SIGKILL again and again, it ends as one that was not', async () => {
		const dir = await teaDump();
		for (let kills = 0; kills < 3; kills++) await importAndKill(killed, dir, 5 + kills * 9);
		const rows = await sql<{ n: number }>`select count(*)::int as n from import_refs`.execute(killed.db);
		expect(rows.rows[0]!.n).toBeGreaterThan(0);
		const result = await run(killed.db, dir, { batch: 1 });
		expect(result).toMatchObject({ equal: true, resumed: true });
		expect(await importedState(killed.db, SOURCE)).toEqual(whole);
	}, 60_000);
});

/** Starts the import in a process of its own and kills that after some transactions. */
async function importAndKill(
	killed: { db: Db; url: string },
	dir: string,
	afterCommits: number,
): Promise<void> {
	const { url } = killed;
	const code = `
		import { openDatabase } from '${new URL('../../platform/db/index.ts', import.meta.url)}';
		import { importStackExchange } from '${new URL('./import-stack-exchange.ts', import.meta.url)}';
		import '${new URL('../../modules/questions/index.ts', import.meta.url)}';
		const { db } = openDatabase(${JSON.stringify(`${url}${url.includes('?') ? '&' : '?'}application_name=to-be-killed`)}, { max: 4 });
		let commits = 0;
		const step = () => ({ advance: () => { if (++commits === ${afterCommits}) process.kill(process.pid, 'SIGKILL'); }, finish() {} });
		await importStackExchange(db, ${JSON.stringify(dir)}, { threads: 0, batch: 1, progress: { step, note() {} } });
		process.exit(7);`;
	const child = spawn(process.execPath, ['--conditions=stoa-source', '--input-type=module', '-e', code], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const errors: Buffer[] = [];
	child.stderr.on('data', (chunk) => errors.push(chunk));
	const signal = await new Promise((resolve) =>
		child.on('exit', (exitCode, killedBy) => resolve(killedBy ?? exitCode)),
	);
	expect(signal, Buffer.concat(errors).toString()).toBe('SIGKILL');
	// The database notices at its own pace that nobody is there any more, and holds the lock of the run until then.
	const left = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
		where application_name = 'to-be-killed' and datname = current_database()`;
	await expect.poll(async () => (await left.execute(killed.db)).rows[0]!.n, { timeout: 20_000 }).toBe(0);
}

describe('two at a time, and two sites', async () => {
	const { db } = await testDatabase();

	test('a second import of the same site is refused while the first runs', async () => {
		const dir = await teaDump();
		const both = await Promise.allSettled([run(db, dir, { batch: 1 }), run(db, dir, { batch: 1 })]);
		const failed = both.filter((one) => one.status === 'rejected');
		expect(failed).toHaveLength(1);
		expect(failed[0]!.reason).toMatchObject({ code: 'import.busy' });
	});

	test('another site with the same ids lives beside it; the host tells whose old address is meant', async () => {
		const other = await run(
			db,
			await teaDump((_, text) => text.replaceAll('tea.example.org', 'chai.example.org')),
		);
		expect(other).toMatchObject({ equal: true, site: { host: 'chai.example.org' } });
		const tea = await followOldAddress(db, 'tea.example.org', '/q/1');
		const chai = await followOldAddress(db, 'chai.example.org', '/q/1');
		expect(tea).toBe(hrefOf(await question(db, 1)));
		expect(chai).not.toBe(tea);
		expect(await followOldAddress(db, 'stoa.example.net', '/q/1')).toBe(tea);
	});
});
