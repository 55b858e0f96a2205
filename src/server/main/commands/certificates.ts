import { parseArgs } from 'node:util';
import { didOf, type Issuer, listKeys, replaceKey } from '../../modules/credentials/index.ts';
import { originOf } from '../../platform/config.ts';
import type { Command } from '../command.ts';

const usage = `stoa certificates keys
stoa certificates rotate [--leaked]`;

/** What a key may still do, in a word. */
const stateOf = ({ retiredAt, revokedAt }: { retiredAt: Date | null; revokedAt: Date | null }) =>
	revokedAt ? 'leaked, not served' : retiredAt ? 'retired, served' : 'signs';

/**
 * Rotates the key that signs certificates: what the old one signed verifies on, as it is served on. With `--leaked` it is
 * not: then every certificate that it signed must be issued anew.
 */
export const certificatesCommand: Command = {
	usage,
	summary: 'Lists the keys of this place and makes a new one; the old one is served on unless it has leaked.',
	async run({ db, config, secret }, args) {
		const [verb, ...rest] = args;
		const issuer: Issuer = { secret, origin: originOf(config) };
		let leaked = false;
		try {
			leaked = parseArgs({ args: rest, options: { leaked: { type: 'boolean', default: false } } }).values
				.leaked;
		} catch (error) {
			process.stderr.write(`${(error as Error).message}\n${usage}\n`);
			return 2;
		}
		if (verb === 'rotate') {
			const { retired, signs } = await replaceKey(db, issuer, { leaked });
			const old = leaked
				? 'is not served any more: certificates that it signed verify no longer'
				: 'is served on: certificates that it signed still verify';
			process.stdout.write(`${signs} signs now.\n${retired ? `${retired} ${old}.\n` : ''}`);
			return 0;
		}
		if (verb !== 'keys' || leaked) {
			process.stderr.write(`${usage}\n`);
			return 2;
		}
		process.stdout.write(`${didOf(issuer.origin)}\n`);
		for (const key of await listKeys(db, issuer.origin))
			process.stdout.write(
				`${key.fragment}  ${key.createdAt.toISOString().slice(0, 10)}  ${stateOf(key).padEnd(18)}  ${key.publicKey}\n`,
			);
		return 0;
	},
};
