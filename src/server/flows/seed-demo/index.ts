import { lookForRings } from '../../modules/fairplay/index.ts';
import { reindexAll } from '../../modules/search/index.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { addCourses } from './add-courses.ts';
import { addCredentials } from './add-credentials.ts';
import { addDeals } from './add-deals.ts';
import { addExperts } from './add-experts.ts';
import { addGovernance } from './add-governance.ts';
import { addItems } from './add-items.ts';
import { addModeration } from './add-moderation.ts';
import { addOrganisation } from './add-organisation.ts';
import { addFollows, addPeople } from './add-people.ts';
import { addPuppets } from './add-puppets.ts';
import { addRewards } from './add-rewards.ts';
import { addSpaces } from './add-spaces.ts';
import { addStanding } from './add-standing.ts';
import { addTags } from './add-tags.ts';
import { addTogether } from './add-together.ts';
import { addWork } from './add-work.ts';
import { addCommerce } from './commerce/index.ts';
import { readCommerce } from './commerce/read-commerce.ts';
import { readDemo } from './read-demo.ts';
import { renderBios, renderBodies } from './render-demo.ts';
import { addTraces, orderNotifications } from './traces.ts';

export { addHeld } from './add-held.ts';
export { addPackage } from './add-package.ts';

/** Handles of the demo that sign-ins are printed for, with what each shows. */
export const demoSignIns = [
	{ handle: 'mia-c', role: 'admin' },
	{ handle: 'lin-wei', role: 'moderator' },
	{ handle: 'he-ping', role: 'author' },
	{ handle: 'wu-tong', role: 'member' },
] as const;

/** The password of every demo account: printed at start, good for nothing but a laptop. */
export const demoPassword = 'stoa-demo-2026';

/**
 * Fills an empty database with the demo community. Does nothing when anybody is there already.
 *
 * @param dir the folder of the demo's texts: people.yaml, spaces.yaml, items/, courses/ and the like
 * @param dir the folder with people.yaml, tags.yaml, spaces.yaml, commerce.yaml, organisation.yaml, moderation.yaml, items/ and courses/
 * @param keys `passwordHash` of {@link demoPassword}, as sign-in stores it; `secret` of the instance, with which account
 *   numbers and keys that sign are sealed; `origin`, the address for which certificates are signed
 * @param onProgress called after each item
 * @returns whether it was filled
 */
export async function seedDemo(
	db: Db,
	dir: string,
	{ passwordHash, secret, origin }: { passwordHash: string; secret: string; origin: string },
	onProgress?: (done: number, total: number) => void,
): Promise<boolean> {
	if (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) return false;
	const demo = readDemo(dir);
	const commerce = readCommerce(dir);
	// Rendering waits for nobody; only then is the database touched, in one go: a stopped start leaves nothing half-filled.
	const bodies = await renderBodies(demo, onProgress);
	const bios = await renderBios(demo);
	await inTransaction(db, async (tx) => {
		const people = await addPeople(tx, demo, passwordHash, bios);
		const tagIds = await addTags(tx, demo);
		const spaces = await addSpaces(tx, demo, people);
		await addItems(tx, demo, people, tagIds, spaces, bodies);
		await addPuppets(tx, people);
		await addFollows(tx, demo, people, tagIds);
		await addTraces(tx, people);
		await addDeals(tx);
		const courses = await addCourses(tx, dir, people, spaces);
		await addWork(tx, dir, people, courses);
		await addCredentials(tx, dir, people, courses, { secret, origin });
		await addOrganisation(tx, dir, people, courses);
		await addTogether(tx, dir, people, courses);
		await addExperts(tx, dir, people);
		await addModeration(tx, dir, people);
		await addCommerce(tx, commerce, people, secret);
		await addStanding(tx, people);
		await addGovernance(tx, dir, people);
		await addRewards(tx, dir, people);
		// A real search over the demo's votes, as every night.
		await lookForRings(tx);
		await orderNotifications(tx);
		// Before the workers hear of any of it, as they would index the same items.
		await reindexAll(tx);
	});
	await sql`analyze`.execute(db);
	return true;
}
