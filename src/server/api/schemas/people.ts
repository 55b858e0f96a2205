import { z } from '@hono/zod-openapi';
import { count, id, personShape, text, time } from './common.ts';
import { language } from './items.ts';

export const person = z
	.object({
		...personShape,
		bio: text('Markdown'),
		bioHtml: text('<p>…</p>'),
		website: text('https://example.org'),
		expertise: z.array(z.string()).openapi({ example: ['PostgreSQL'] }),
		timeZone: text('Asia/Shanghai'),
		createdAt: time(),
		level: z.int().min(0).max(4).openapi({ example: 2, description: 'What it allows: readStandingRules.' }),
		badges: z.array(
			z.object({ name: text('Teacher'), class: z.enum(['gold', 'silver', 'bronze']), count: count(1) }),
		),
	})
	.openapi('Person');
export const personListed = z.object({ ...personShape, createdAt: time() }).openapi('PersonListed');
export const reputationEntry = z
	.object({
		id: id(501),
		amount: z.int().openapi({ example: 10 }),
		reason: text('vote'),
		itemId: id().nullable(),
		title: z.string().nullable(),
		why: z.string().openapi({
			example: '',
			description: '`removed`, `restored`, `withdrawn` or words; empty for what is plainly earned.',
		}),
		reversal: z.boolean().openapi({ description: 'It takes something back.' }),
		createdAt: time(),
	})
	.openapi('ReputationEntry');
export const me = z
	.object({
		id: id(7),
		handle: text('lin-qing'),
		name: text('林青'),
		email: text('lin-qing@example.org'),
		emailVerified: z.boolean(),
		image: z.string().nullable(),
		face: z.record(z.string(), z.unknown()).nullable(),
		headline: text('写数据库的人'),
		bio: text('Markdown'),
		website: text('https://example.org'),
		expertise: z.array(z.string()).openapi({ example: ['PostgreSQL'] }),
		locale: language,
		timeZone: text('Asia/Shanghai'),
		reputation: z.int().openapi({ example: 1280 }),
		role: z.enum(['member', 'moderator', 'admin']),
		unreadCount: count(2),
		suspended: z.boolean(),
		scopes: z
			.array(z.enum(['read', 'write', 'admin']))
			.nullable()
			.openapi({ example: ['read'], description: 'Of the key that asked; null in a browser.' }),
	})
	.openapi('Me');
export const apiKey = z
	.object({
		id: id(2),
		name: text('Backup script'),
		prefix: text('stoa_3f9a2b1'),
		scopes: z.array(z.enum(['read', 'write', 'admin'])),
		createdAt: time(),
		lastUsedAt: time().nullable(),
		expiresAt: time().nullable(),
	})
	.openapi('ApiKey');
export const session = z
	.object({
		id: id(11),
		ipAddress: z.string().nullable(),
		userAgent: z.string().nullable(),
		createdAt: time(),
		updatedAt: time(),
		current: z.boolean(),
	})
	.openapi('Session');
