/** Long work asks `stop.requested` between batches and ends there when it is true. */
export interface Stop {
	readonly requested: boolean;
}

/** Work that nobody can stop, for callers without a terminal. */
export const neverStop: Stop = { requested: false };

const samePress = 300;

/**
 * Runs long work so that Ctrl-C or SIGTERM ends it at its next safe point; a second signal ends the
 * process at once, as it would have without this.
 *
 * @param say told once, when the first signal comes
 */
export async function untilStopped<T>(
	work: (stop: Stop) => Promise<T>,
	say: (text: string) => void = () => {},
): Promise<T> {
	const stop = { requested: false };
	let since = 0;
	const onSignal = (signal: NodeJS.Signals) => {
		if (stop.requested) {
			// Under npm one Ctrl-C arrives twice: from the terminal, and handed on by npm.
			if (Date.now() - since < samePress) return;
			process.exit(signal === 'SIGINT' ? 130 : 143);
		}
		stop.requested = true;
		since = Date.now();
		say('Stopping at the next safe point; once more to end at once.');
	};
	process.on('SIGINT', onSignal);
	process.on('SIGTERM', onSignal);
	try {
		return await work(stop);
	} finally {
		process.off('SIGINT', onSignal);
		process.off('SIGTERM', onSignal);
	}
}
