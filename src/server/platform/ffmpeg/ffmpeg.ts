import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';

/** A program of ffmpeg's ended with an error, by its time limit, or could not be started. */
export class FfmpegError extends Error {
	override name = 'FfmpegError';
	/**
	 * Why: it is not installed, it took too long, it was told to stop, somebody else ended it (memory was short), or it did
	 * not like what it was given. Only the last will be the same the next time.
	 */
	readonly reason: 'missing' | 'slow' | 'stopped' | 'killed' | 'failed';

	constructor(reason: FfmpegError['reason'], message: string) {
		super(message);
		this.reason = reason;
	}
}

export interface RunOptions {
	/** Milliseconds after which it is killed. */
	timeout: number;
	signal?: AbortSignal;
	/** Gets its output line by line. */
	onLine?: (line: string) => void;
	/** Told the process id as soon as there is one. */
	onStart?: (pid: number) => void;
}

/** The most of its output that is kept; what it writes beyond that ends it. */
const OUTPUT = 4 * 1024 * 1024;

/**
 * Runs ffmpeg or ffprobe: no shell, lowest priority, a time limit, nothing to read from the keyboard.
 *
 * @returns what it wrote
 * @throws FfmpegError
 */
export function runTool(program: string, args: readonly string[], options: RunOptions): Promise<string> {
	return new Promise((resolve, reject) => {
		if (options.signal?.aborted) {
			reject(new FfmpegError('stopped', 'It was stopped before it began.'));
			return;
		}
		// A few variables would make it load or write other files than those that are named.
		const env = { PATH: process.env.PATH ?? '', LANG: 'C' };
		let child: ChildProcess;
		try {
			child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
		} catch (error) {
			reject(new FfmpegError('missing', `${program} cannot be started: ${(error as Error).message}`));
			return;
		}
		let ended: FfmpegError | undefined;
		const end = (error: FfmpegError) => {
			ended ??= error;
			child.kill('SIGKILL');
		};
		const timer = setTimeout(
			() => end(new FfmpegError('slow', `${program} took longer than ${options.timeout / 1000} seconds.`)),
			options.timeout,
		);
		const onAbort = () => end(new FfmpegError('stopped', `${program} was told to stop.`));
		options.signal?.addEventListener('abort', onAbort, { once: true });

		let output = '';
		let line = '';
		child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
			if (!options.onLine) {
				output += chunk;
				if (output.length > OUTPUT) end(new FfmpegError('failed', `${program} wrote too much.`));
				return;
			}
			line += chunk;
			const lines = line.split('\n');
			line = lines.pop()!.slice(-10_000);
			for (const one of lines) options.onLine(one);
		});
		let complaint = '';
		child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
			complaint = (complaint + chunk).slice(-2000);
		});
		child.once('spawn', () => {
			try {
				setPriority(child.pid!, constants.priority.PRIORITY_LOW);
			} catch {
				// Not everybody may.
			}
			options.onStart?.(child.pid!);
		});
		const done = () => {
			clearTimeout(timer);
			options.signal?.removeEventListener('abort', onAbort);
		};
		child.once('error', (error: NodeJS.ErrnoException) => {
			done();
			const reason = error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'failed';
			reject(new FfmpegError(reason, `${program} cannot be started: ${error.message}`));
		});
		child.once('close', (code, signal) => {
			done();
			if (ended) reject(ended);
			else if (code === 0) resolve(output);
			else if (code === null) reject(new FfmpegError('killed', `${program} was ended by ${signal}.`));
			else reject(new FfmpegError('failed', `${program} ended with ${code}: ${complaint.trim() || '-'}`));
		});
	});
}

/** Where ffmpeg is, and what can be done with it. */
export interface Ffmpeg {
	/** Its version, or null when it is not there or lacks what is needed. Asked again each minute. */
	version(): Promise<string | null>;
	ffmpeg(args: readonly string[], options: RunOptions): Promise<string>;
	ffprobe(args: readonly string[], options: RunOptions): Promise<string>;
}

/** @param path of the configuration; without it `ffmpeg` is looked for where programs are */
export function openFfmpeg(path = 'ffmpeg'): Ffmpeg {
	// It lies beside ffmpeg wherever ffmpeg is installed.
	const probe = path.includes('/') ? join(dirname(path), 'ffprobe') : 'ffprobe';
	let known: { version: string | null; until: number } | undefined;
	const look = async () => {
		try {
			const text = await runTool(path, ['-hide_banner', '-version'], { timeout: 10_000 });
			await runTool(probe, ['-hide_banner', '-version'], { timeout: 10_000 });
			const encoders = await runTool(path, ['-hide_banner', '-encoders'], { timeout: 10_000 });
			if (!/\blibx264\b/.test(encoders) || !/\baac\b/.test(encoders)) return null;
			return /^ffmpeg version (\S+)/.exec(text)?.[1] ?? 'unknown';
		} catch {
			return null;
		}
	};
	return {
		async version() {
			if (!known || known.until < Date.now()) known = { version: await look(), until: Date.now() + 60_000 };
			return known.version;
		},
		ffmpeg: (args, options) => runTool(path, args, options),
		ffprobe: (args, options) => runTool(probe, args, options),
	};
}
