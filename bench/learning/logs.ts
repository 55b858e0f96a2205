import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importLog, importOulad, readLog } from '../../src/server/flows/learning-logs/index.ts';
import { travel } from '../../src/server/kernel/clock.ts';
import type { Db } from '../../src/server/platform/db/index.ts';
import { atLeast, type Result } from '../report.ts';
import { random } from '../search/synthetic.ts';
import type { School } from './school.ts';

/** What the README of the data says is in it. */
const published = {
	oulad: { courses: 22, assessments: 206, registrations: 32_593, submissions: 173_912 },
	log: {
		enrolments: 227,
		events: 49_998,
		sessions: 3364,
		access: 20_406,
		page_close: 8235,
		problem: 6674,
		nagivate: 5326,
		discussion: 4746,
		video: 4151,
		wiki: 460,
	},
};

/** Logs of other places through the pipeline of progress: as many must stand in the database as were published. */
export async function measureLogs(db: Db, school: School, data: string): Promise<Result[]> {
	const results: Result[] = [];
	const equal = (name: string, kept: number, wanted: number) =>
		results.push({ ...atLeast(name, kept, 'rows', 1, wanted), pass: kept === wanted });
	const oulad = join(data, 'analytics-oulad');
	if (existsSync(oulad)) {
		process.stderr.write('· OULAD\n');
		const begun = performance.now();
		const { kept } = await importOulad(db, school.author, school.spaceId, oulad, (what, done) => {
			if (done % 20_000 < 250) process.stderr.write(`  ${what} ${done}\n`);
		});
		for (const [name, wanted] of Object.entries(published.oulad))
			equal(`OULAD: ${name}`, kept[name as keyof typeof kept], wanted);
		const seconds = (performance.now() - begun) / 1000;
		const rows = kept.registrations + kept.submissions;
		results.push(atLeast('OULAD: enrolments and scores a second', rows / seconds, '1/s', null));
	}
	const stream = join(data, 'analytics-kdd2015-mooc', 'stream.csv');
	if (existsSync(`${stream}.gz`)) {
		process.stderr.write('· KDD Cup 2015\n');
		const next = random(5);
		const events = await readLog(stream);
		const begun = performance.now();
		try {
			const { kept } = await importLog(
				db,
				school.author,
				school.spaceId,
				events,
				// Shuffled, and every fifth report comes twice.
				(reports) =>
					[...reports, ...reports.filter(() => next() < 0.2)]
						.map((one) => ({ one, key: next() }))
						.sort((a, b) => a.key - b.key)
						.map(({ one }) => one),
				(seconds) => travel(seconds * 1000 - Date.now()),
			);
			const { kinds, ...counts } = kept;
			const all: Record<string, number> = { ...counts, ...kinds };
			for (const [name, wanted] of Object.entries(published.log))
				equal(`KDD 2015: ${name}`, all[name] ?? 0, wanted);
		} finally {
			travel(0);
		}
		results.push(
			atLeast('KDD 2015: events a second', (events.length / (performance.now() - begun)) * 1000, '1/s', null),
		);
	}
	return results;
}
