import { applyAsExpert, reviewApplication } from '../../modules/experts/index.ts';
import { aPerson, type PersonBuilt, theTags } from '../../modules/items/testing.ts';
import type { Db } from '../../platform/db/index.ts';

/** An application of `author` and one of `stranger` that wait, a verified expert, and a finding on two others. */
export async function buildFair(db: Db, { author, admin }: { author: PersonBuilt; admin: PersonBuilt }) {
	await theTags(db, ['fair-tag']);
	const application = () => ({
		statement: 'Ten years of running databases for a living.',
		tags: ['fair-tag'],
		evidence: [{ kind: 'text' as const, title: 'Work', body: 'Kept it alive.', shown: true }],
	});
	const { id: waiting } = await applyAsExpert(db, author.actor, application());
	const [expert, reviewer] = await Promise.all([aPerson(db), aPerson(db, { role: 'admin' })]);
	const { id } = await applyAsExpert(db, expert.actor, application());
	for (const { actor } of [admin, reviewer])
		await reviewApplication(db, actor, id, { verdict: 'approve', reason: 'It shows.' });
	const [giver, taker] = await Promise.all([aPerson(db), aPerson(db)]);
	const at = new Date('2026-01-02T03:04:05Z');
	const { id: finding } = await db
		.insertInto('fair_findings')
		.values({
			pattern: 'ring',
			confidence: 0.9,
			marks: JSON.stringify({ dependence: 0.8 }),
			first_at: at,
			last_at: at,
			found_at: at,
			updated_at: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('fair_finding_people')
		.values([
			{ finding_id: finding, user_id: giver.id, part: 'giver' },
			{ finding_id: finding, user_id: taker.id, part: 'taker' },
		])
		.execute();
	await db
		.insertInto('fair_edges')
		.values({ finding_id: finding, from_id: giver.id, to_id: taker.id, at })
		.execute();
	await db
		.insertInto('fair_runs')
		.values({ scope: 'all', status: 'done', started_at: at, finished_at: at, since: at })
		.execute();
	return { waiting, expert: expert.handle, finding };
}
