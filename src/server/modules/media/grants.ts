import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { now } from '../../kernel/clock.ts';

/** A right to fetch one medium until a time, as it stands in an address. */
export interface Grant {
	mediaId: number;
	/** null: a visitor. */
	userId: number | null;
	until: Date;
}

let kept: { secret: string; key: Buffer } | undefined;

function keyFrom(secret: string): Buffer {
	if (kept?.secret !== secret)
		kept = { secret, key: Buffer.from(hkdfSync('sha256', secret, 'stoa', 'media:addresses', 32)) };
	return kept.key;
}

const sign = (secret: string, text: string) =>
	createHmac('sha256', keyFrom(secret)).update(text).digest('base64url').slice(0, 32);

/** Writes a grant: `<until>.<person>.<signature>`, for whom and what it says cannot be changed. */
export function writeGrant(secret: string, { mediaId, userId, until }: Grant): string {
	const said = `${Math.floor(until.getTime() / 1000).toString(36)}.${(userId ?? 0).toString(36)}`;
	return `${said}.${sign(secret, `${mediaId}.${said}`)}`;
}

/** Reads a grant of {@link writeGrant}; null when it is not ours, of another medium, or its time is over. */
export function readGrant(secret: string, mediaId: number, text: string): Grant | null {
	const [, until, person, signature] = /^([0-9a-z]{1,9})\.([0-9a-z]{1,11})\.([\w-]{32})$/.exec(text) ?? [];
	if (!until || !person || !signature) return null;
	const right = sign(secret, `${mediaId}.${until}.${person}`);
	if (!timingSafeEqual(Buffer.from(right), Buffer.from(signature))) return null;
	const end = new Date(Number.parseInt(until, 36) * 1000);
	if (end <= now()) return null;
	return { mediaId, userId: Number.parseInt(person, 36) || null, until: end };
}
