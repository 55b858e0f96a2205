import type { Db } from '../../platform/db/index.ts';
import { SourceError } from './source-error.ts';

/** The space that an import goes to, made as a public one when there is none of that slug. */
export async function targetSpace(
	db: Db,
	slug: string,
	otherwise: { name: string; about: string },
): Promise<{ id: number; slug: string }> {
	const find = () =>
		db.selectFrom('spaces').select(['id', 'slug']).where('slug', '=', slug).executeTakeFirst();
	const there = await find();
	if (there) return there;
	if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug)) {
		throw new SourceError(
			'bad_value',
			{ file: slug },
			'cannot be the address of a space',
			'Use small letters, digits and hyphens: --space my-space.',
		);
	}
	await db
		.insertInto('spaces')
		.values({ slug, name: otherwise.name, about: otherwise.about })
		.onConflict((conflict) => conflict.column('slug').doNothing())
		.execute();
	return (await find())!;
}
