import type { Context as HonoContext } from 'hono';
import { readPictureAddress } from '../../../shared/picture.ts';
import { findPicture, keyOf, mediaError, type PictureVariant } from '../../modules/media/index.ts';
import { bounded } from '../../platform/cache/bounded.ts';
import type { Context } from '../context.ts';
import { sendObject } from './send-object.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findPicture>>>;

const known = new WeakMap<Context, ReturnType<typeof bounded<Found>>>();

/** Which copies of a picture there are; a page of twenty pictures must not ask the database twenty times for each reader. */
async function copiesOf(ctx: Context, token: string): Promise<Found | null> {
	let kept = known.get(ctx);
	if (!kept) {
		kept = bounded<Found>(1024 * 1024, 30_000);
		known.set(ctx, kept);
	}
	const before = kept.get(token);
	if (before) return before;
	const found = await findPicture(ctx.db, token);
	if (found) kept.set(token, found, 200 + found.copies.length * 80);
	return found;
}

/** Sends the copy of a picture that is nearest to the width that is asked for, in the best format that the reader takes. */
export async function sendPicture(ctx: Context, c: HonoContext, path: string): Promise<Response> {
	const asked = readPictureAddress(path);
	const found = asked && (await copiesOf(ctx, asked.token));
	// The size in an address is part of its name: another one would be the same picture under a second address.
	if (!found || found.width !== asked.width || found.height !== asked.height) throw mediaError('not_found');
	const copy = choose(
		found.copies,
		asked.at ?? asked.width,
		(c.req.header('accept') ?? '').includes('image/avif'),
	);
	if (!copy) throw mediaError('not_found');
	const key = keyOf.picture(found.id, copy.role, copy.name, copy.format);
	const etag = `"${asked.token.slice(0, 8)}-${copy.name}-${copy.format}-${copy.bytes}"`;
	const headers = { etag, vary: 'Accept', 'cache-control': 'public, max-age=31536000, immutable' };
	if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return sendObject(ctx, c, key, `image/${copy.format}`, headers);
}

/** The smallest copy that is wide enough, else the widest. */
export function choose(
	copies: readonly PictureVariant[],
	width: number,
	avif: boolean,
): PictureVariant | undefined {
	const sorted = [...copies].sort((a, b) => a.width - b.width || (a.format === 'avif' ? -1 : 1));
	const wide = sorted.find((copy) => copy.width >= width)?.width ?? sorted.at(-1)?.width;
	const fitting = sorted.filter((copy) => copy.width === wide);
	return (
		(avif && fitting.find(({ format }) => format === 'avif')) ||
		fitting.find(({ format }) => format === 'webp')
	);
}
