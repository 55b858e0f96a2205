import type pg from 'pg';
import type { EventType, StoredEvent } from '../contracts/events.ts';
import type { Identities, SignInTools } from '../modules/accounts/index.ts';
import type { OutsideModel } from '../modules/checks/index.ts';
import type { MediaTools } from '../modules/media/index.ts';
import type { Providers } from '../modules/orders/index.ts';
import type { PageCache } from '../platform/cache/index.ts';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/db/index.ts';
import type { Log } from '../platform/log.ts';
import type { RateLimiter } from '../platform/rate-limit.ts';
import type { Settings } from '../platform/settings/index.ts';

/** A committed fact as every process hears of it: the payload without who and when. */
export type Heard = Pick<StoredEvent, 'id' | 'payload'> & { type: EventType };

/** Everything that is built once: given to use cases piece by piece, never looked up by them. */
export interface Context {
	config: Config;
	log: Log;
	db: Db;
	pool: pg.Pool;
	pages: PageCache;
	limiter: RateLimiter;
	settings: Settings;
	/** Who takes payments. */
	providers: Providers;
	/** Where files lie, and what works on them. */
	media: MediaTools;
	/** A model that somebody else runs and that is asked of each text; none unless it was configured. */
	outsideModel?: OutsideModel | null;
	/** Who sent a request. */
	identities: Identities;
	/** What signing in and up needs; loaded when first asked for. */
	signIn: () => Promise<SignInTools>;
	/** Signs cookies and tokens; kept in the data directory when the environment gives none. */
	secret: string;
	/** Calls back for every fact that any process commits. */
	onEvent: (listener: (event: Heard) => void) => () => void;
	close: () => Promise<void>;
}
