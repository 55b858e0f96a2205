// Long first steps on one line: what is done and for how long. To stderr, so that a command's own output stays clean.
import { spawn } from 'node:child_process';

const line = process.stderr;

/**
 * Runs a command without showing its output, and what it is doing instead.
 *
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 127 when it could not be started
 */
export async function runQuietly(title, command, args, options = {}) {
	const begun = Date.now();
	const elapsed = () => (Date.now() - begun) / 1000;
	let ticking;
	if (line.isTTY) {
		const draw = () => line.write(`\r\x1b[2K${title} … ${elapsed().toFixed(0)} s`);
		draw();
		ticking = setInterval(draw, 500);
	} else {
		line.write(`${title} …\n`);
	}
	const done = await collect(command, args, options);
	clearInterval(ticking);
	line.write(
		`${line.isTTY ? '\r\x1b[2K' : ''}${title}: ${done.code === 0 ? 'done' : 'failed'} in ${elapsed().toFixed(1)} s\n`,
	);
	return { ...done, seconds: elapsed() };
}

/** Runs a command and keeps all it prints. A signal to this process goes on to the command, then ends this one. */
export function collect(command, args, options = {}) {
	return new Promise((settle) => {
		let output = '';
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		let stopped;
		const pass = (signal) => {
			stopped = signal;
			child.kill(signal);
		};
		process.on('SIGINT', pass);
		process.on('SIGTERM', pass);
		const finish = (code) => {
			process.off('SIGINT', pass);
			process.off('SIGTERM', pass);
			if (stopped) process.exit(stopped === 'SIGINT' ? 130 : 143);
			settle({ code, output });
		};
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8');
			stream.on('data', (chunk) => {
				output += chunk;
			});
		}
		child.once('error', (error) => {
			output += `${error.message}\n`;
			finish(127);
		});
		child.once('close', (code, signal) => finish(code ?? (signal ? 1 : 0)));
	});
}
