import { rotateLtiKey } from '../../modules/lti/index.ts';
import type { Command } from '../command.ts';

/** Changes the key by which this place signs to learning platforms. */
export const ltiCommand: Command = {
	usage: 'stoa lti rotate-key [--leaked]',
	summary: 'Signs to learning platforms (LTI) with a new key.',
	async run(ctx, [verb, flag]) {
		if (verb !== 'rotate-key' || (flag !== undefined && flag !== '--leaked')) {
			process.stderr.write(`${this.usage}\n`);
			return 2;
		}
		const kid = await rotateLtiKey(ctx.db, ctx.secret, { leaked: flag === '--leaked' });
		process.stdout.write(
			`New key ${kid}. ${flag ? 'The old ones are served no more.' : 'The old one is served for seven days more.'}\n`,
		);
		return 0;
	},
};
