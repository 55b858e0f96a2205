import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaTools } from './tools.ts';

// A server that is killed leaves its ffmpeg running: it would go on for hours, writing into a directory that is gone.

const noteOf = (tools: MediaTools, id: number) => join(tools.workDir, `${id}.pid`);

/** Notes the process that works on a medium. */
export function noteChild(tools: MediaTools, id: number, pid: number): void {
	writeFileSync(noteOf(tools, id), String(pid), { mode: 0o600 });
}

/** Ends the ffmpeg that a killed process left behind, if it is still that one: numbers are given again. */
export async function endOrphan(tools: MediaTools, id: number): Promise<void> {
	let pid: number;
	try {
		pid = Number(readFileSync(noteOf(tools, id), 'utf8'));
		const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		if (command.includes(join(tools.workDir, `convert-${id}`))) process.kill(pid, 'SIGKILL');
	} catch {
		// No note, no such process, or a system without /proc: then its time limit ends it.
	}
	rmSync(noteOf(tools, id), { force: true });
}
