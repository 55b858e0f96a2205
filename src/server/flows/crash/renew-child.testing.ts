// Renews what is due in a process of its own and kills it with SIGKILL before the n-th step: before a statement is sent,
// or before and after the call to the provider. `node renew-child.testing.ts <json>`; prints the steps it took.
import pg from 'pg';
import { travel } from '../../kernel/clock.ts';
import type { PaymentProvider } from '../../modules/orders/index.ts';
import { openDatabase } from '../../platform/db/index.ts';
import { renewSubscriptions } from '../renew.ts';
import { chargingOver, renewing } from './renew-wire.testing.ts';

const { url, wireUrl, offset, die } = JSON.parse(process.argv[2]!) as {
	url: string;
	wireUrl: string;
	offset: number;
	die: number;
};
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

travel(offset);
const { db } = openDatabase(url, { max: 1 });
await renewSubscriptions(db, renewing(chargingOver(wireUrl, step) as PaymentProvider));
await db.destroy();
process.stdout.write(JSON.stringify(steps));
