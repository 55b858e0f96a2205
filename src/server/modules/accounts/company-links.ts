import type { UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Outside } from '../../platform/outside.ts';
import type { Auth } from './auth.ts';
import type { CompanySignOn } from './company-provider.ts';

/** Has sign-in know a company's provider, as it is now: asked each time before somebody goes there or comes back. */
export async function useCompanySignOn(
	auth: Auth,
	db: Db,
	signOn: CompanySignOn,
	outside: Outside,
): Promise<void> {
	// Loaded when somebody comes that way: its libraries are heavy.
	await (await import('./company-sign-on.ts')).putProvider(auth, db, signOn, outside);
}

/** Who of the people here comes by which subject of a provider. */
export async function subjectOf(db: Db, provider: string, userId: UserId): Promise<string | null> {
	const row = await db
		.selectFrom('identities')
		.select('account_id')
		.where('provider_id', '=', provider)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row?.account_id ?? null;
}

/** Has providers whose name begins so open this person's account no more. */
export async function unlinkCompany(tx: Tx, userId: UserId, prefix: `org-${string}-`): Promise<void> {
	await tx
		.deleteFrom('identities')
		.where('user_id', '=', userId)
		.where('provider_id', 'like', `${prefix}%`)
		.execute();
}

/** Has a provider open nobody's account any more. */
export async function dropCompanySignOn(tx: Tx, provider: string): Promise<void> {
	await tx.deleteFrom('identities').where('provider_id', '=', provider).execute();
}
