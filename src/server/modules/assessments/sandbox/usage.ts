import { readFileSync } from 'node:fs';

/** The kernel's unit of time in /proc, and its pages, on every Linux that Node runs on. */
const TICKS = 100;
const PAGE = 4096;

/** What a process has used: processor seconds, and bytes that it holds now; null where the system does not tell. */
export function use(pid: number | undefined): { seconds: number; bytes: number } | null {
	if (pid === undefined || process.platform !== 'linux') return null;
	try {
		// The second field, the program's name in brackets, may itself have spaces.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
		return { seconds: (Number(fields[11]) + Number(fields[12])) / TICKS, bytes: Number(fields[21]) * PAGE };
	} catch {
		return null;
	}
}
