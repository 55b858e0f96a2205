import { execFile } from 'node:child_process';

let possible: Promise<boolean> | null = null;

/**
 * Puts a command into a network of its own that has no way out, where the system lets an ordinary account make one
 * (Linux with user namespaces; not inside most containers). Elsewhere the command stays as it is, behind the other walls.
 */
export async function walled(command: string[]): Promise<string[]> {
	possible ??= new Promise((tell) => {
		if (process.platform !== 'linux') tell(false);
		else execFile('unshare', ['--user', '--net', 'true'], { timeout: 5000 }, (error) => tell(error === null));
	});
	return (await possible) ? ['unshare', '--user', '--net', ...command] : command;
}
