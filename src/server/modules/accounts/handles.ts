import type { Db } from '../../platform/db/index.ts';

/** Handles that would read as the place itself, or collide with addresses: nobody gets one. */
export const reservedHandles: ReadonlySet<string> = new Set([
	'admin',
	'root',
	'stoa',
	'system',
	'support',
	'help',
	'moderator',
	'staff',
	'me',
	'new',
	'settings',
	'null',
	'undefined',
]);

/**
 * A handle that nobody has, made of a name or an address: `Ada Lovelace` → `ada-lovelace`, then `ada-lovelace-2`.
 * A name without Latin letters, or one that is kept for the place itself, becomes `reader`.
 */
export async function freeHandle(db: Db, from: string): Promise<string> {
	const shaped = handleFrom(from);
	const base = reservedHandles.has(shaped) ? 'reader' : shaped;
	const taken = new Set(
		(await db.selectFrom('users').select('handle').where('handle', 'like', `${base}%`).execute()).map(
			(row) => row.handle,
		),
	);
	if (!taken.has(base)) return base;
	for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** The shape of a handle made of any text. */
export function handleFrom(text: string): string {
	const latin = text
		.split('@')[0]!
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 30)
		.replace(/-+$/, '');
	return latin || 'reader';
}
