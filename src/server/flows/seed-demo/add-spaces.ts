import type { SpaceId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { ago } from './ago.ts';
import type { Demo } from './read-demo.ts';

/** The spaces with their members and, where they cost, their offers. @returns ids by slug */
export async function addSpaces(tx: Tx, demo: Demo, people: People): Promise<Map<string, SpaceId>> {
	const ids = new Map<string, SpaceId>();
	for (const space of demo.spaces) {
		const { id } = await tx
			.insertInto('spaces')
			.values({
				slug: space.slug,
				name: space.en,
				names: JSON.stringify({ 'zh-CN': space.zh, en: space.en }),
				tagline: space.tagline_en,
				taglines: JSON.stringify({ 'zh-CN': space.tagline_zh, en: space.tagline_en }),
				about: space.about_en,
				abouts: JSON.stringify({ 'zh-CN': space.about_zh, en: space.about_en }),
				rules: JSON.stringify({ 'zh-CN': space.rules_zh, en: space.rules_en }),
				access: space.kind === 'paid' ? 'paid' : 'public',
				owner_id: people.get(space.owner) ?? null,
				created_at: ago(400),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		ids.set(space.slug, id);
		const role = (handle: string) =>
			handle === space.owner
				? 'owner'
				: space.moderators?.includes(handle)
					? 'moderator'
					: space.experts?.includes(handle)
						? 'expert'
						: 'member';
		// Everybody meets in the free spaces; in the paid one, those who run it and those who write there.
		const writers = new Set(
			demo.items.filter((item) => item.space === space.slug).map((item) => item.author),
		);
		const members = demo.people
			.map(({ handle }) => handle)
			.filter((handle) => space.kind !== 'paid' || role(handle) !== 'member' || writers.has(handle));
		await tx
			.insertInto('space_members')
			.values(
				members.map((handle) => ({
					space_id: id,
					user_id: people.get(handle)!,
					role: role(handle),
					invited: space.kind === 'paid',
				})),
			)
			.execute();
		for (const [period, months] of [
			['month', 1],
			['year', 12],
		] as const) {
			const price = space.price?.[period];
			if (!price) continue;
			// Once, and by subscription: of the month one may see a week for nothing.
			const offer = { sells: 'space', space_id: id, months, ...price };
			await tx
				.insertInto('offers')
				.values([offer, { ...offer, renews: true, trial_days: months === 1 ? 7 : null }])
				.execute();
		}
	}
	return ids;
}
