// Settles a cohort in a process of its own and kills it with SIGKILL before the n-th statement is sent.
// `node cohort-child.testing.ts <json>`; prints the steps it took.
import pg from 'pg';
import { travel } from '../../kernel/clock.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { settleCohort } from '../cohort-deposit.ts';

const { url, cohortId, offset, die } = JSON.parse(process.argv[2]!) as {
	url: string;
	cohortId: number;
	offset: number;
	die: number;
};
const steps: string[] = [];
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
	const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
	steps.push(text.trim().split(/\s+/).slice(0, 3).join(' '));
	if (steps.length === die) process.kill(process.pid, 'SIGKILL');
	return query.apply(this, args);
} as typeof pg.Client.prototype.query;

travel(offset);
const { db } = openDatabase(url, { max: 1 });
await settleCohort(db, cohortId);
await db.destroy();
process.stdout.write(JSON.stringify(steps));
