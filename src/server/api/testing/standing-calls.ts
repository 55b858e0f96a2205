import { readFileSync } from 'node:fs';
import type { Actor } from '../../contracts/actor.ts';
import { askSimulation, beginDraft, saveDraft } from '../../modules/growth/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Called } from './called.ts';
import type { World } from './world.ts';

/** The first version of the rules, with one thing changed. */
const rules = () => ({
	...JSON.parse(
		/\$rules\$([\s\S]+)\$rules\$/.exec(readFileSync('migrations/0025_standing.sql', 'utf8'))![1]!,
	),
	closingVotes: 4,
});

/** One call of every operation on standing. */
export const standingCalls: Record<string, (world: World) => Called> = {
	readStandingRules: () => ({ as: 'member' }),
	readMyStanding: () => ({ as: 'member' }),
	listMyPoints: () => ({ as: 'member', query: { limit: 5 } }),
	readStandingDraft: () => ({ as: 'admin' }),
	saveStandingDraft: () => ({ as: 'admin', body: { rules: rules() } }),
	tryStandingDraft: () => ({ as: 'admin', body: { days: 7 } }),
	readStandingTrial: () => ({ as: 'admin' }),
	activateStandingDraft: () => ({ as: 'admin' }),
	discardStandingDraft: () => ({ as: 'admin' }),
	retagItem: ({ items }) => ({
		as: 'author',
		params: { id: items.question },
		body: { tags: ['postgresql'], revision: 1 },
	}),
	voteToClose: ({ items }) => ({
		as: 'admin',
		params: { id: items.question },
		body: { reason: 'unclear' },
	}),
	voteToReopen: ({ items }) => ({ as: 'admin', params: { id: items.closed } }),
};

/** A draft that changes something, and was tried. */
export async function buildStanding(db: Db, admin: Actor): Promise<void> {
	await beginDraft(db, admin, { name: 'World' });
	await saveDraft(db, admin, { rules: rules() });
	const id = await askSimulation(db, admin, 7);
	await db.updateTable('rule_simulations').set({ status: 'done' }).where('id', '=', id).execute();
}
