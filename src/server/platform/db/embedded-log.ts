import {
	closeSync,
	copyFileSync,
	fstatSync,
	openSync,
	readSync,
	renameSync,
	statSync,
	truncateSync,
} from 'node:fs';
import { onDisk } from './embedded-error.ts';

const logLimit = 4 * 1024 * 1024;

/** PostgreSQL writes its warnings straight into a file, so that they outlive this process; two files at most. */
export function openLog(file: string) {
	const before = statSync(file, { throwIfNoEntry: false });
	const fd = onDisk(file, () => {
		if (before && before.size > logLimit) renameSync(file, `${file}.1`);
		return openSync(file, 'a+', 0o600);
	});
	const start = fstatSync(fd).size;
	const rotation = setInterval(() => {
		try {
			if (fstatSync(fd).size < logLimit) return;
			copyFileSync(file, `${file}.1`);
			truncateSync(file);
		} catch {
			// A log that cannot be turned over is no reason to stop.
		}
	}, 600_000).unref();
	return {
		fd,
		text(): string {
			const buffer = Buffer.alloc(16_384);
			return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start));
		},
		close(): void {
			clearInterval(rotation);
			closeSync(fd);
		},
	};
}
