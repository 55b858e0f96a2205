import { z } from '@hono/zod-openapi';
import { money } from '../../schemas/common.ts';

/* What the operations of prices and discounts have in common. */

const tag = 'Prices and discounts';
export const anyone = { tag, needs: 'anyone', scope: 'read' } as const;
export const mine = { tag, needs: 'member', scope: 'write' } as const;
export const look = { tag, method: 'get', needs: 'member', scope: 'read' } as const;
export const operate = { tag, needs: 'admin', scope: 'admin' } as const;
export const made201 = (description: string) => ({
	status: 201 as const,
	schema: z.object({ id: z.int().positive() }),
	description,
});
export const region = z
	.string()
	.regex(/^[A-Z]{2}$/)
	.openapi({ example: 'CN' });
export const audience = {
	region: region.nullish(),
	segment: z.string().nullish(),
	minLevel: z.int().min(1).max(5).nullish(),
	startsAt: z.iso.datetime().nullish(),
	endsAt: z.iso.datetime().nullish(),
};
export const currency = money.shape.currency;
export const whose = z.enum(['mine', 'all']);
