import { boundMemory, lockDown } from './lock-down.ts';
import type { Job } from './protocol.ts';
import { bounded, say } from './say.ts';

/** So many rows of a result are looked at. */
const ROWS = 1000;

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** SQL in PGlite: a PostgreSQL in WebAssembly whose disk is its memory. Each case begins with an empty schema. */
export async function runSql(job: Job): Promise<void> {
	const { PGlite } = (await import(job.runtime.entry)) as typeof import('@electric-sql/pglite');
	boundMemory(job.memory);
	const db = await PGlite.create();
	lockDown();
	say({ ready: true });
	for (const [of, call] of job.calls.entries()) {
		say({ at: of });
		try {
			await db.exec('rollback; drop schema public cascade; create schema public; reset all;');
			await db.exec(job.setup);
			if (call.trim()) await db.exec(call);
			const results = await db.exec(job.code, { rowMode: 'array' });
			const rows = (results.at(-1)?.rows ?? []).slice(0, ROWS);
			say({ of, value: bounded(JSON.stringify(rows, plain), job.output), printed: '', error: null });
		} catch (error) {
			const text = String((error as Error).message);
			if (/out of memory|No memory is left/.test(text)) say({ of, over: 'memory', printed: '' });
			else say({ of, value: null, printed: '', error: bounded(text, 2000) });
			// After a panic PostgreSQL would start anew; here its process ends, and the cases after it are not run.
			if (/ERRORDATA_STACK_SIZE|memory access|unreachable/.test(text)) return;
		}
	}
}
