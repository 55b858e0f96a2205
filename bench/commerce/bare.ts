import pg from 'pg';

/** How many statements of which sort a transaction has; begin and commit are counted apart. */
export interface Shape {
	reads: number;
	inserts: number;
	updates: number;
	/** Commits: some flows have more than one transaction. */
	commits: number;
	total: number;
}

/** Counts what goes over the wire while something runs once. Nothing else may use the driver meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<Shape> {
	const shape: Shape = { reads: 0, inserts: 0, updates: 0, commits: 0, total: 0 };
	const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
	pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
		const text = (typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text).trim();
		const sort = /^(?:begin|start)/i.test(text)
			? null
			: /^commit/i.test(text)
				? 'commits'
				: /^insert/i.test(text)
					? 'inserts'
					: /^(?:update|delete)/i.test(text)
						? 'updates'
						: // A job is a row that is written.
							/add_job/.test(text)
							? 'inserts'
							: 'reads';
		if (sort) shape[sort] += 1;
		if (sort && sort !== 'commits') shape.total += 1;
		return query.apply(this, args);
	} as typeof pg.Client.prototype.query;
	try {
		await work();
	} finally {
		pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
	}
	return shape;
}

/**
 * The limit: the same number of statements of the same sorts in the same number of transactions, on three small tables
 * by their primary keys, prepared, without a query builder, without constraints, triggers or further indexes.
 *
 * @returns runs them once, on a connection of the pool
 */
export async function bareTransactions(pool: pg.Pool, shape: Shape): Promise<() => Promise<void>> {
	await pool.query(`drop table if exists bare_read, bare_insert, bare_update;
		create table bare_read (id bigint primary key, body text);
		create table bare_update (id bigint primary key, n bigint) with (fillfactor = 50);
		create table bare_insert (id bigint generated always as identity primary key, a bigint, b bigint, body text);
		insert into bare_read select i, repeat('x', 200) from generate_series(1, 100000) i;
		insert into bare_update select i, 0 from generate_series(1, 100000) i;
		analyze bare_read, bare_update;`);
	const some = () => 1 + Math.floor(Math.random() * 100_000);
	const per = (count: number, at: number) =>
		Math.floor((count * (at + 1)) / shape.commits) - Math.floor((count * at) / shape.commits);
	return async () => {
		const client = await pool.connect();
		try {
			for (let at = 0; at < shape.commits; at++) {
				await client.query('begin');
				for (let i = 0; i < per(shape.reads, at); i++)
					await client.query({
						name: 'bare_read',
						text: 'select * from bare_read where id = $1',
						values: [some()],
					});
				for (let i = 0; i < per(shape.inserts, at); i++)
					await client.query({
						name: 'bare_insert',
						text: 'insert into bare_insert (a, b, body) values ($1, $2, $3) returning id',
						values: [some(), some(), 'What is written, about as long as a row of an order.'],
					});
				for (let i = 0; i < per(shape.updates, at); i++)
					await client.query({
						name: 'bare_update',
						text: 'update bare_update set n = n + 1 where id = $1',
						values: [some()],
					});
				await client.query('commit');
			}
		} finally {
			client.release();
		}
	};
}
