import { commonError } from '../../kernel/errors.ts';

const WAIT = 3000;

/** Who writes to which upload in this process: when a connection breaks, the server may be the last to notice. */
const writers = new Map<number, { cut: AbortController; ended: Promise<void> }>();

/** Each request holds a piece of its upload in memory: so many write at once, of one person and of all. */
const OF_ONE = 4;
const OF_ALL = 40;
const persons = new Map<number, number>();
let all = 0;

/**
 * Counts a request that writes, until what it gives back is called.
 *
 * @throws common.too_many_requests, common.unavailable
 */
export function enter(userId: number): () => void {
	const own = persons.get(userId) ?? 0;
	if (own >= OF_ONE)
		throw commonError('too_many_requests', {
			retryAfter: 2,
			detail: `${OF_ONE} uploads are written to already.`,
		});
	if (all >= OF_ALL)
		throw commonError('unavailable', { retryAfter: 5, detail: 'Too much is uploaded just now.' });
	persons.set(userId, own + 1);
	all += 1;
	return () => {
		all -= 1;
		const left = (persons.get(userId) ?? 1) - 1;
		if (left > 0) persons.set(userId, left);
		else persons.delete(userId);
	};
}

/** A turn at writing to an upload. */
export interface Turn {
	/** Aborted when somebody else wants to go on: what has come is written down, and no more is read. */
	signal: AbortSignal;
	end: () => void;
}

/** Another request goes on with the upload; what came before is written down. */
export class TurnOver extends Error {}

/** Waits until nobody else in this process writes to an upload; whoever does is told to stop. */
export async function takeTurn(id: number): Promise<Turn> {
	const before = writers.get(id);
	if (before) {
		before.cut.abort();
		await Promise.race([before.ended, new Promise((resolve) => setTimeout(resolve, WAIT).unref())]);
	}
	const cut = new AbortController();
	let done = () => {};
	const ended = new Promise<void>((resolve) => {
		done = resolve;
	});
	const own = { cut, ended };
	writers.set(id, own);
	return {
		signal: cut.signal,
		end() {
			if (writers.get(id) === own) writers.delete(id);
			done();
		},
	};
}

/** The chunks of a body, until the turn is over. */
export async function* during(
	turn: Turn,
	body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array> {
	if (!body) return;
	const reader = body.getReader();
	const over = new Promise<'over'>((resolve) => {
		if (turn.signal.aborted) resolve('over');
		turn.signal.addEventListener('abort', () => resolve('over'), { once: true });
	});
	try {
		for (;;) {
			const read = await Promise.race([reader.read(), over]);
			if (read === 'over') throw new TurnOver();
			if (read.done) return;
			yield read.value;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}
