import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { now } from '../../kernel/clock.ts';

/** A right to fetch the files of a package until a time, as it stands in an address: for one session of one learner. */
export interface PackageGrant {
	packageId: number;
	/** Names the session; who has it may read what was stored, not write it. */
	session: string;
	until: Date;
}

let kept: { secret: string; key: Buffer } | undefined;

function keyFrom(secret: string): Buffer {
	if (kept?.secret !== secret)
		kept = { secret, key: Buffer.from(hkdfSync('sha256', secret, 'stoa', 'scorm:addresses', 32)) };
	return kept.key;
}

const sign = (secret: string, text: string) =>
	createHmac('sha256', keyFrom(secret)).update(text).digest('base64url').slice(0, 32);

/** A secret of 128 bits for one session. */
export const newSession = () => randomBytes(16).toString('base64url');

/** What is stored of a session's secret. */
export const hashSession = (session: string) => createHash('sha256').update(session).digest('hex');

export function writePackageGrant(secret: string, { packageId, session, until }: PackageGrant): string {
	const said = `${Math.floor(until.getTime() / 1000).toString(36)}.${session}`;
	return `${said}.${sign(secret, `${packageId}.${said}`)}`;
}

/** Null when it is not ours, of another package, or its time is over. */
export function readPackageGrant(secret: string, packageId: number, text: string): PackageGrant | null {
	const [, until, session, signature] = /^([0-9a-z]{1,9})\.([\w-]{22})\.([\w-]{32})$/.exec(text) ?? [];
	if (!until || !session || !signature) return null;
	const right = sign(secret, `${packageId}.${until}.${session}`);
	if (!timingSafeEqual(Buffer.from(right), Buffer.from(signature))) return null;
	const end = new Date(Number.parseInt(until, 36) * 1000);
	return end <= now() ? null : { packageId, session, until: end };
}
