// Tells one story in a process of its own and kills it with SIGKILL before the n-th step: before a statement is sent, or
// before and after a call to the provider. `node child.testing.ts <json>`; prints the names of the steps it took.
import pg from 'pg';
import { openDatabase } from '../../platform/db/index.ts';
import { wireTo } from './provider.testing.ts';
import { stories } from './tell.testing.ts';

const { url, wireUrl, story, given, die } = JSON.parse(process.argv[2]!);
const steps: string[] = [];
function step(name: string): void {
	steps.push(name);
	if (steps.length === die) process.kill(process.pid, 'SIGKILL');
}

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
	const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
	step(text.trim().split(/\s+/).slice(0, 3).join(' '));
	return query.apply(this, args);
} as typeof pg.Client.prototype.query;

const { db } = openDatabase(url, { max: 1 });
await stories(() => false)
	.find(({ name }) => name === story)!
	.run({ db, wire: wireTo(wireUrl, step) }, given);
await db.destroy();
process.stdout.write(JSON.stringify(steps));
