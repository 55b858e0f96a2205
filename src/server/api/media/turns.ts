const WAIT = 3000;

/** Who writes to which upload in this process: when a connection breaks, the server may be the last to notice. */
const writers = new Map<number, { cut: AbortController; ended: Promise<void> }>();

/** A turn at writing to an upload. */
export interface Turn {
	/** Aborted when somebody else wants to go on: what has come is written down, and no more is read. */
	signal: AbortSignal;
	end: () => void;
}

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
			if (read === 'over') throw new Error('Another request goes on with this upload.');
			if (read.done) return;
			yield read.value;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}
