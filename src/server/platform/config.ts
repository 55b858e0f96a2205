import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const privateAddress = z
	.url()
	.refine(isPrivateWay, 'it begins with https://; http:// is for a provider on this machine only');

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
	OIDC_ISSUER: privateAddress.optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	OIDC_NAME: z.string().default('SSO'),
	/** `host:port` of providers of organisations that lie beside this server, separated by commas; others must be public. */
	STOA_SIGN_ON_HOSTS: z
		.string()
		.default('')
		.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
	/** Learning record stores that statements (xAPI) go to, by blanks: https://key:secret@lrs.example/xapi … */
	XAPI_STORES: z
		.string()
		.transform((list) => list.split(/\s+/).filter(Boolean))
		.pipe(z.array(privateAddress).max(10))
		.optional(),
	/** Who did something: account, by the number of their account here; mbox, by their mail address. */
	XAPI_ACTOR: z.enum(['account', 'mbox']).default('account'),
	/** A moderation endpoint (OpenAI-compatible, the whole address) that is asked of each text beside the place's own checks. */
	STOA_MODERATION_URL: privateAddress.optional(),
	STOA_MODERATION_KEY: z.string().optional(),
	STOA_MODERATION_MODEL: z.string().max(100).optional(),
	/** How long a text waits for it, in milliseconds. */
	STOA_MODERATION_PATIENCE: z.coerce.number().int().min(100).max(10_000).default(1500),
	/** Where ffmpeg is, if not where programs are; ffprobe lies beside it. */
	STOA_FFMPEG: z.string().optional(),
	/** Uploaded files in a bucket instead of the data directory; any service that speaks S3. */
	S3_BUCKET: z.string().optional(),
	S3_ENDPOINT: privateAddress.optional(),
	S3_REGION: z.string().default('us-east-1'),
	S3_ACCESS_KEY_ID: z.string().optional(),
	S3_SECRET_ACCESS_KEY: z.string().optional(),
	/** Off where the bucket is named before the host, as Aliyun OSS and Tencent COS ask for. */
	S3_PATH_STYLE: flag.default(true),
	/** Begins every key, e.g. stoa/. */
	S3_PREFIX: z
		.string()
		.regex(/^(?:[\w-]+\/)*$/, 'it is empty or ends with a slash, as in stoa/')
		.default(''),
	/** Payment providers; docs/operations.md says where to find each value. A key is its text, or the path of its file. */
	STRIPE_SECRET_KEY: z.string().optional(),
	STRIPE_WEBHOOK_SECRET: z.string().optional(),
	STRIPE_API: privateAddress.optional(),
	ALIPAY_APP_ID: z.string().optional(),
	ALIPAY_PRIVATE_KEY: z.string().optional(),
	ALIPAY_PUBLIC_KEY: z.string().optional(),
	ALIPAY_GATEWAY: privateAddress.default('https://openapi.alipay.com/gateway.do'),
	WECHAT_PAY_MERCHANT_ID: z.string().optional(),
	WECHAT_PAY_APP_ID: z.string().optional(),
	WECHAT_PAY_SERIAL: z.string().optional(),
	WECHAT_PAY_PRIVATE_KEY: z.string().optional(),
	WECHAT_PAY_API_V3_KEY: z.string().length(32, 'it has 32 signs').optional(),
	/** Lets people pay from within WeChat (JSAPI): the secret of the service account. */
	WECHAT_PAY_APP_SECRET: z.string().optional(),
	/** Merchants since 2024 check WeChat's messages by a public key instead of certificates. */
	WECHAT_PAY_PUBLIC_KEY_ID: z.string().optional(),
	WECHAT_PAY_PUBLIC_KEY: z.string().optional(),
	WECHAT_PAY_API: privateAddress.default('https://api.mch.weixin.qq.com'),
	WECHAT_API: privateAddress.default('https://api.weixin.qq.com'),
});

/** The one place for configuration: read once at start, given to whoever needs it. */
export type Config = ReturnType<typeof readConfig>;

/** A setting that cannot be used; its message is one sentence for the operator. */
/** Where this place is, for links that leave it. */
export function originOf(config: Pick<Config, 'origin' | 'port'>): string {
	return config.origin ?? `http://localhost:${config.port}`;
}

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
		xapi: { stores: value.XAPI_STORES ?? [], actor: value.XAPI_ACTOR },
		ffmpeg: value.STOA_FFMPEG,
		moderation: value.STOA_MODERATION_URL
			? {
					url: value.STOA_MODERATION_URL,
					key: value.STOA_MODERATION_KEY,
					model: value.STOA_MODERATION_MODEL,
					patienceMs: value.STOA_MODERATION_PATIENCE,
				}
			: undefined,
		s3: whole(given, ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const, (set) => ({
			bucket: set.S3_BUCKET,
			accessKeyId: set.S3_ACCESS_KEY_ID,
			secretAccessKey: set.S3_SECRET_ACCESS_KEY,
			endpoint: value.S3_ENDPOINT ?? `https://s3.${value.S3_REGION}.amazonaws.com`,
			region: value.S3_REGION,
			pathStyle: value.S3_PATH_STYLE,
			prefix: value.S3_PREFIX,
		})),
		stripe: whole(given, ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const, (set) => ({
			secretKey: set.STRIPE_SECRET_KEY,
			webhookSecret: set.STRIPE_WEBHOOK_SECRET,
			api: value.STRIPE_API,
		})),
		alipay: whole(given, ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'] as const, (set) => ({
			appId: set.ALIPAY_APP_ID,
			privateKey: textOf('ALIPAY_PRIVATE_KEY', set.ALIPAY_PRIVATE_KEY),
			publicKey: textOf('ALIPAY_PUBLIC_KEY', set.ALIPAY_PUBLIC_KEY),
			gateway: value.ALIPAY_GATEWAY,
		})),
		wechatPay: whole(
			given,
			[
				'WECHAT_PAY_MERCHANT_ID',
				'WECHAT_PAY_APP_ID',
				'WECHAT_PAY_SERIAL',
				'WECHAT_PAY_PRIVATE_KEY',
				'WECHAT_PAY_API_V3_KEY',
			] as const,
			(set) => ({
				merchantId: set.WECHAT_PAY_MERCHANT_ID,
				appId: set.WECHAT_PAY_APP_ID,
				serial: set.WECHAT_PAY_SERIAL,
				privateKey: textOf('WECHAT_PAY_PRIVATE_KEY', set.WECHAT_PAY_PRIVATE_KEY),
				apiV3Key: set.WECHAT_PAY_API_V3_KEY,
				appSecret: value.WECHAT_PAY_APP_SECRET,
				publicKey: whole(given, ['WECHAT_PAY_PUBLIC_KEY_ID', 'WECHAT_PAY_PUBLIC_KEY'] as const, (key) => ({
					id: key.WECHAT_PAY_PUBLIC_KEY_ID,
					key: textOf('WECHAT_PAY_PUBLIC_KEY', key.WECHAT_PAY_PUBLIC_KEY),
				})),
				api: value.WECHAT_PAY_API,
				identityApi: value.WECHAT_API,
			}),
		),
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
		signOnHosts: value.STOA_SIGN_ON_HOSTS,
	};
}

/** Secrets and identities pass over this connection: it is encrypted, or does not leave the machine. */
function isPrivateWay(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	if (protocol === 'https:') return true;
	return protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** What some variables give together. Half of them is a mistake that shows itself at start, not at the first sale. */
function whole<const N extends string, T>(
	given: Record<string, string | undefined>,
	names: readonly N[],
	make: (set: Record<N, string>) => T,
): T | undefined {
	const missing = names.find((name) => given[name] === undefined);
	if (missing === undefined) return make(given as Record<N, string>);
	const set = names.find((name) => given[name] !== undefined);
	if (set) throw new ConfigError(`${missing} is not usable: ${set} is set, and needs it.`);
	return undefined;
}

/** A key as it is, or from the file that is named. */
function textOf(name: string, value: string): string {
	if (!/^\.{0,2}\//.test(value) || value.includes('\n') || value.length > 500)
		return value.replaceAll('\\n', '\n');
	try {
		return readFileSync(value, 'utf8');
	} catch (cause) {
		throw new ConfigError(`${name} is not usable: its file cannot be read (${(cause as Error).message}).`);
	}
}

function pair(id: string | undefined, secret: string | undefined) {
	return id && secret ? { id, secret } : undefined;
}
