import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Auth } from './auth.ts';

/** Sets sign-in up. Loaded at the first sign-in: its libraries are heavy, and most requests only read. */
export async function loadAuth(db: Db, config: Config, secret: string, origin: string): Promise<Auth> {
	return (await import('./auth.ts')).openAuth(db, config, secret, origin);
}
