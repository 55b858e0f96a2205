import { readFileSync } from 'node:fs';
import type { Actor } from '../../contracts/actor.ts';
import { askSimulation, beginDraft, saveDraft } from '../../modules/growth/index.ts';
import type { Db } from '../../platform/db/index.ts';

/** The first version of the rules, with one thing changed. */
export const rules = () => ({
	...JSON.parse(
		/\$rules\$([\s\S]+)\$rules\$/.exec(readFileSync('migrations/0025_standing.sql', 'utf8'))![1]!,
	),
	closingVotes: 4,
});

/** A draft that changes something, and was tried. */
export async function buildStanding(db: Db, admin: Actor): Promise<void> {
	await beginDraft(db, admin, { name: 'World' });
	await saveDraft(db, admin, { rules: rules() });
	const id = await askSimulation(db, admin, 7);
	await db.updateTable('rule_simulations').set({ status: 'done' }).where('id', '=', id).execute();
}
