import pino from 'pino';

export type Log = pino.Logger;

/** The process's log: JSON lines, one object an event, never a secret or a body. */
export function openLog(level: string): Log {
	return pino({
		level,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ['password', 'token', 'secret', 'authorization', 'cookie'],
	});
}
