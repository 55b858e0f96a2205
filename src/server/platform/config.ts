import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const schema = z.object({
	PORT: z.coerce.number().int().min(0).max(65535).default(3000),
	HOST: z.string().min(1).default('127.0.0.1'),
	/** The address people use, e.g. https://stoa.example; what links in mails and feeds start with. */
	ORIGIN: z.url().optional(),
	STOA_DATA_DIR: z.string().default('./data'),
	DATABASE_URL: z
		.string()
		.regex(
			/^postgres(?:ql)?:\/\//,
			'it begins with postgres://, as in postgres://stoa:password@db.example.org/stoa',
		)
		.optional(),
	STOA_DEMO: flag.default(true),
	/** Lets orders be paid at the sandbox, where no money moves. By default a demo does and a real site does not. */
	STOA_SANDBOX: flag.optional(),
	/** web: pages and API; worker: jobs; all: both in one process. */
	STOA_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
	STOA_SECRET: z.string().min(32).optional(),
	STOA_PAGE_CACHE: flag.default(true),
	/** Header that a trusted proxy puts the client's address in, e.g. x-forwarded-for; none by default. */
	STOA_PROXY_HEADER: z.string().optional(),
	STOA_DB_POOL: z.coerce.number().int().min(1).max(200).default(10),
	/** Requests to the API in a minute: reads and writes of one account or key, all of one visitor's address. 0: any number. */
	STOA_API_READS: z.coerce.number().int().min(0).default(600),
	STOA_API_WRITES: z.coerce.number().int().min(0).default(60),
	STOA_API_ANONYMOUS: z.coerce.number().int().min(0).default(300),
	/** When set, /metrics asks for it as a Bearer token. */
	STOA_METRICS_TOKEN: z.string().min(16).optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
	SMTP_URL: z.string().optional(),
	MAIL_FROM: z.string().default('Stoa <stoa@localhost>'),
	GITHUB_CLIENT_ID: z.string().optional(),
	GITHUB_CLIENT_SECRET: z.string().optional(),
	OIDC_ISSUER: z
		.url()
		.refine(isPrivateWay, 'it begins with https://; http:// is for a provider on this machine only')
		.optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	OIDC_NAME: z.string().default('SSO'),
});

/** The one place for configuration: read once at start, given to whoever needs it. */
export type Config = ReturnType<typeof readConfig>;

/** A setting that cannot be used; its message is one sentence for the operator. */
export class ConfigError extends Error {}

/**
 * Reads the environment.
 *
 * @throws ConfigError naming the variable and what it must be
 */
export function readConfig(env: Record<string, string | undefined> = process.env) {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = schema.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0]!;
		throw new ConfigError(`${issue.path.join('.')} is not usable: ${issue.message}`);
	}
	const value = parsed.data;
	return {
		port: value.PORT,
		host: value.HOST,
		origin: value.ORIGIN ? new URL(value.ORIGIN).origin : undefined,
		dataDir: resolve(value.STOA_DATA_DIR),
		databaseUrl: value.DATABASE_URL,
		demo: value.STOA_DEMO,
		sandbox: value.STOA_SANDBOX ?? value.STOA_DEMO,
		role: value.STOA_ROLE,
		secret: value.STOA_SECRET,
		pageCache: value.STOA_PAGE_CACHE,
		proxyHeader: value.STOA_PROXY_HEADER?.toLowerCase(),
		poolSize: value.STOA_DB_POOL,
		apiLimits: {
			reads: value.STOA_API_READS,
			writes: value.STOA_API_WRITES,
			anonymous: value.STOA_API_ANONYMOUS,
		},
		metricsToken: value.STOA_METRICS_TOKEN,
		logLevel: value.LOG_LEVEL,
		smtpUrl: value.SMTP_URL,
		mailFrom: value.MAIL_FROM,
		github: pair(value.GITHUB_CLIENT_ID, value.GITHUB_CLIENT_SECRET),
		oidc:
			value.OIDC_ISSUER && value.OIDC_CLIENT_ID && value.OIDC_CLIENT_SECRET
				? {
						issuer: value.OIDC_ISSUER,
						id: value.OIDC_CLIENT_ID,
						secret: value.OIDC_CLIENT_SECRET,
						name: value.OIDC_NAME,
					}
				: undefined,
	};
}

/** Secrets and identities pass over this connection: it is encrypted, or does not leave the machine. */
function isPrivateWay(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	if (protocol === 'https:') return true;
	return protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function pair(id: string | undefined, secret: string | undefined) {
	return id && secret ? { id, secret } : undefined;
}
