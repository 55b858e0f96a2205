import { handleFrom, reservedHandles } from '../../../modules/accounts/index.ts';
import { type Db, sql, type Tx } from '../../../platform/db/index.ts';
import { clip, insertRows, reserveIds, updateRows } from '../bulk.ts';
import { countSorted, expect } from '../import-run.ts';
import { insertRefs, type NewRef, type Sorted, sortByRefs, updateRowHashes } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import type { User } from './dump-rows.ts';
import { type Importing, importRows } from './import-phase.ts';
import { addRedirects } from './old-urls.ts';

const BIO_LIMIT = 4000;

/**
 * People of a dump become placeholders: name, profile, standing and dates, an address that cannot receive mail and
 * nothing to sign in with. Claiming one later is a matter of its row in `import_refs`.
 */
export async function importUsers(importing: Importing): Promise<void> {
	const { db, run, site, pool } = importing;
	await importRows(importing, {
		name: 'users',
		table: 'users',
		batch: 1000,
		prepare: async (rows) => {
			const sorted = await sortByRefs(db, run.source, 'user', rows, (row) => row.id, withoutVisits);
			const written = [...sorted.fresh, ...sorted.changed].map(({ row }) => row);
			const bios = await pool.render(
				written.map((row) => ({ from: 'html', as: 'comment', text: row.about ?? '', math: false })),
			);
			return {
				rows,
				sorted,
				profiles: new Map(written.map((row, index) => [row.id, profile(row, bios[index]!)])),
			};
		},
		write: async (tx, { rows, sorted, profiles }, tally) => {
			const handles = await freeHandles(tx, sorted, site.spaceSlug);
			const ids = await reserveIds(tx, 'users', sorted.fresh.length);
			const made: NewRef[] = sorted.fresh.map(({ row, hash }, index) => ({
				sourceId: row.id,
				targetId: ids[index]!,
				rowHash: hash,
			}));
			// First, so that an Id that stands twice is named as that.
			await insertRefs(tx, run.source, 'user', made);
			await insertRows(
				tx,
				'users',
				sorted.fresh.map(({ row }, index) => ({
					id: ids[index],
					handle: handles.get(row.id),
					email: `${site.spaceSlug}-${row.id}@import.invalid`,
					...profiles.get(row.id)!,
					reputation: row.reputation,
					origin: 'import',
					locale: 'en',
					time_zone: 'UTC',
					created_at: row.createdAt,
					updated_at: row.createdAt,
					last_seen_at: row.seenAt ?? null,
				})),
			);
			await insertRows(
				tx,
				'reputation_entries',
				sorted.fresh.map(({ row }, index) => ({
					user_id: ids[index],
					amount: row.reputation,
					reason: 'import',
					created_at: row.createdAt,
				})),
			);
			await addRedirects(
				tx,
				site,
				made.map((ref, index) => ({
					path: `/users/${ref.sourceId}`,
					target: `/people/${handles.get(sorted.fresh[index]!.row.id)}`,
				})),
			);
			await updateUsers(tx, sorted, profiles);
			await updateRowHashes(tx, run.source, 'user', sorted);
			countSorted(tally, sorted);
			expect(
				tally,
				'reputation',
				rows.reduce((sum, row) => sum + row.reputation, 0),
			);
		},
	});
}

/** Visits change in every dump and are shown nowhere: they do not make a person a changed row. */
function withoutVisits({ seenAt: _, views: __, ...row }: User): unknown {
	return row;
}

function profile(row: User, bio: Rendered) {
	const website = row.website ?? '';
	return {
		name: clip(row.name?.trim() || `user${row.id}`, 80),
		headline: clip(row.location?.trim() ?? '', 120),
		bio: bio.source.length > BIO_LIMIT ? `${clip(bio.source, BIO_LIMIT - 1)}…` : bio.source,
		bio_html: bio.html,
		website: /^https?:\/\/\S+$/.test(website) && website.length <= 500 ? website : '',
	};
}

// Beside the reserved: what a name without Latin letters becomes, and what the account of the site itself is called.
const nobodysOwn: ReadonlySet<string> = new Set([...reservedHandles, 'community', 'reader']);

/** A handle for each new person: of the name, else with the dump's id, which no other person of the site has. */
async function freeHandles(tx: Db, sorted: Sorted<User>, site: string): Promise<Map<number, string>> {
	const wishes = sorted.fresh.map(({ row }) => {
		const base = handleFrom((row.name ?? 'reader').normalize('NFKD').replace(/\p{M}/gu, ''));
		const numbered = `${base}-${row.id < 0 ? `x${-row.id}` : row.id}`;
		return {
			id: row.id,
			choices: [
				...(nobodysOwn.has(base) ? [] : [base]),
				numbered,
				`${numbered.slice(0, 20)}-${site.slice(0, 18)}`.replace(/-+$/, ''),
			],
		};
	});
	const { rows } = await sql<{ handle: string }>`select handle from users
		where handle = any(${wishes.flatMap((wish) => wish.choices)}::text[])`.execute(tx);
	const taken = new Set(rows.map((row) => row.handle));
	const chosen = new Map<number, string>();
	for (const { id, choices } of wishes) {
		let handle = choices.find((choice) => !taken.has(choice));
		for (let n = 2; handle === undefined; n++)
			handle = taken.has(`${choices[1]!.slice(0, 30)}-${n}`) ? undefined : `${choices[1]!.slice(0, 30)}-${n}`;
		taken.add(handle);
		chosen.set(id, handle);
	}
	return chosen;
}

/** Profiles follow the dump until their person has claimed them; what was earned here stays on top. */
async function updateUsers(
	tx: Tx,
	sorted: Sorted<User>,
	profiles: Map<number, ReturnType<typeof profile>>,
): Promise<void> {
	if (sorted.changed.length === 0) return;
	const ids = sorted.changed.map(({ ref }) => ref.targetId);
	const { rows } = await sql<{
		id: number;
	}>`select id from users where id = any(${ids}::bigint[]) and origin = 'import'`.execute(tx);
	const unclaimed = new Set(rows.map((row) => row.id));
	await updateRows(
		tx,
		'users',
		'id',
		sorted.changed
			.filter(({ ref }) => unclaimed.has(ref.targetId))
			.map(({ row, ref }) => ({ id: ref.targetId, ...profiles.get(row.id)! })),
	);
	await sql`with given as (
			select * from unnest(${ids}::bigint[], ${sorted.changed.map(({ row }) => row.reputation)}::int[]) as given (user_id, total)
		), moved as (
			insert into reputation_entries (user_id, amount, reason)
			select user_id, total - coalesce((select sum(amount) from reputation_entries where user_id = given.user_id and reason = 'import'), 0), 'import'
			from given
			where total <> coalesce((select sum(amount) from reputation_entries where user_id = given.user_id and reason = 'import'), 0)
			returning user_id, amount
		) update users set reputation = reputation + moved.amount from moved where users.id = moved.user_id`.execute(
		tx,
	);
}
