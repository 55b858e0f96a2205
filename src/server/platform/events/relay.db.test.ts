import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { inTransaction, sql } from '../db/index.ts';
import { testDatabase } from '../db/testing.ts';
import { EVENTS_CHANNEL, emit } from './index.ts';
import { relay } from './relay.ts';

const { db, url } = await testDatabase();

async function heard(): Promise<{ id: number; type: string; payload: unknown }[]> {
	const all: { id: number; type: string; payload: unknown }[] = [];
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	client.on('notification', ({ payload }) => all.push(JSON.parse(payload!)));
	await client.query(`listen ${EVENTS_CHANNEL}`);
	onTestFinished(() => client.end());
	return all;
}

const queued = async () =>
	(
		await sql<{ ids: number[] }>`select payload->'ids' as ids from graphile_worker._private_jobs j
			join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'events.dispatch' order by j.id`.execute(
			db,
		)
	).rows.flatMap(({ ids }) => ids);

const fact = (tx: typeof db) => emit(tx, null, 'items.published', { itemId: 1 } as never);

test('a fact is told to every process and queued once its transaction is committed', async () => {
	const all = await heard();
	const id = await inTransaction(db, async (tx) => {
		const id = await fact(tx);
		await relay(db);
		expect(await queued()).not.toContain(id);
		return id;
	});
	expect(await queued()).toContain(id);
	await expect.poll(() => all.map((one) => one.id)).toContain(id);
	expect(all.find((one) => one.id === id)).toEqual({ id, type: 'items.published', payload: { itemId: 1 } });
});

test('a fact of a transaction that fails is never told', async () => {
	const before = await queued();
	await expect(
		inTransaction(db, async (tx) => {
			await fact(tx);
			throw new Error('no');
		}),
	).rejects.toThrow('no');
	await relay(db);
	expect(await queued()).toEqual(before);
});

test('of many at once each is queued exactly once, however many pass them on', async () => {
	const ids = await Promise.all(
		Array.from({ length: 60 }, () => inTransaction(db, async (tx) => [await fact(tx), await fact(tx)])),
	);
	await Promise.all([relay(db), relay(db)]);
	const all = await queued();
	for (const id of ids.flat()) expect(all.filter((one) => one === id)).toHaveLength(1);
});

test('what a process left behind when it ended is passed on by the next', async () => {
	// As after a commit whose process was killed.
	const { id } = await db
		.insertInto('events')
		.values({ type: 'items.published', actor_id: null, payload: '{}' })
		.returning('id')
		.executeTakeFirstOrThrow();
	expect(await queued()).not.toContain(id);
	await relay(db);
	expect(await queued()).toContain(id);
});

test('a fact too long to be told is refused where it is recorded', async () => {
	await expect(emit(db, null, 'items.published', { text: 'x'.repeat(8000) } as never)).rejects.toThrow(
		'events_payload_short',
	);
});
