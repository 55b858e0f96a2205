import { z } from '@hono/zod-openapi';
import { originOf } from '../../../platform/config.ts';
import { cursor, limit, slugParam } from '../../schemas/common.ts';

// What the operations on organisations have in common.

export const slug = slugParam('Slug of the organisation', 'harbour');
export const handle = slugParam('Their handle', 'wu-tong');
export const look = { method: 'get', tag: 'Organisations', needs: 'member', scope: 'read' } as const;
export const act = { tag: 'Organisations', needs: 'member', scope: 'write' } as const;
export const known = ['organisations.not_found', 'organisations.sign_on_needed'] as const;
export const page = z.object({ cursor, limit: limit(100, 50) });

/** What mails to people of an organisation need to know of this place. */
export const placeOf = (
	ctx: { config: Parameters<typeof originOf>[0] },
	person: { locale: string } | null,
) => ({ origin: originOf(ctx.config), locale: person?.locale ?? 'zh-CN' });
