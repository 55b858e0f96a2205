import { z } from '@hono/zod-openapi';
import { changeSettings } from '../../modules/admin/index.ts';
import { listModerationActions } from '../../modules/moderation/index.ts';
import { readSettings, type Settings, settingsSchema } from '../../platform/settings/index.ts';
import { answer, listed, type Operation, operation } from '../operation.ts';
import { cursor, id, limit, listOf, text, time } from '../schemas/common.ts';

const who = z.object({ handle: text('lin-qing'), name: text('林青') }).nullable();
const action = z
	.object({
		id: id(801),
		action: text('item:locked'),
		actor: who.openapi({ description: 'Who did it.' }),
		itemId: id().nullable(),
		replyId: id(99).nullable(),
		spaceId: id(1).nullable(),
		person: who.openapi({ description: 'Whom it was done to, where it was done to a person.' }),
		reason: text('Turned into a quarrel'),
		decision: z
			.object({
				id: id(3),
				category: z.string().nullable().openapi({ example: 'abuse' }),
				jury: z.boolean(),
				appeal: z.enum(['open', 'upheld', 'reversed']).nullable(),
			})
			.nullable()
			.openapi({ description: 'By which decision of the queue.' }),
		createdAt: time(),
	})
	.openapi('ModerationAction');

const remarks: Partial<Record<keyof Settings, { type?: 'string'; example?: unknown; description?: string }>> =
	{
		siteName: { example: 'Stoa 书院' },
		siteTagline: { example: '' },
		contactEmail: { type: 'string', example: 'hello@example.org' },
		platformShareBps: { example: 2000, description: "The platform's share of a sale in basis points." },
		payoutHoldDays: { example: 14, description: 'Days after which what an author earned may be paid out.' },
		payoutMinimums: {
			example: { CNY: 10_000 },
			description: 'The least that is paid out, by currency, in minor units.',
		},
		coolingOffDays: {
			example: 7,
			description: 'Days in which a buyer gets the price back by asking; 0: never.',
		},
		coolingOffReturns: { example: 3, description: 'How often one person may do so in ninety days.' },
		listenAskerBps: {
			example: 5000,
			description:
				"Of what listening in costs, after the platform's share: the asker's part in basis points.",
		},
		defaultRegion: { example: 'CN', description: 'Of buyers who say none.' },
		discountAtMostBps: { example: 10_000 },
		reserveMinutes: { example: 30, description: 'How long stock and coupons are kept for an order.' },
		affiliateBps: { example: 1000 },
		trialAsksMeans: {
			description: 'Who tries a plan leaves a means of payment, where a provider can keep one.',
		},
		winBackDays: { example: 14, description: 'Days after its end at which a subscriber is asked back.' },
		winBackPercent: {
			example: 20,
			description: 'How much cheaper the first period is then; 0: nobody is asked.',
		},
		mediaQuotaMb: { example: 10_240, description: 'What one person may keep here, in megabytes.' },
		mediaPictureMb: { example: 20, description: 'The largest picture, in megabytes.' },
		mediaVideoMb: { example: 4096, description: 'The largest video or recording, in megabytes.' },
		mediaFileMb: { example: 200, description: 'The largest other file, in megabytes.' },
		mediaVideoMinutes: { example: 240, description: 'The longest video, in minutes.' },
		mediaAddressMinutes: { example: 240, description: 'How long an address of a stream or file is good.' },
		appealDays: { example: 14, description: 'Days in which a decision may be appealed.' },
		appealDueDays: { example: 7, description: 'Days in which an appeal is to be decided.' },
		moderatorDailyLimit: {
			example: 60,
			description: 'Cases that one moderator decides in a day at the most.',
		},
		remoteImages: { description: 'Pictures from other hosts are shown; off, they are links.' },
	};

// Every setting as it is kept, without its default: what is left out of a patch stays.
const plain = z
	.object(
		Object.fromEntries(
			Object.entries(settingsSchema.shape).map(([name, setting]) => [
				name,
				(setting.unwrap() as z.ZodType).meta({ ...remarks[name as keyof Settings] }),
			]),
		),
	)
	.openapi('Settings');

/** The whole place: its public log and its settings. */
export const placeOperations: Operation[] = [
	operation({
		id: 'listModerationActions',
		method: 'get',
		path: '/moderation-actions',
		tag: 'Moderation',
		summary: 'Read the public moderation log',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			cursor,
			limit: limit(100, 30),
			about: z.enum(['item', 'reply', 'person', 'case', 'appeal']).optional(),
			category: z.string().max(40).optional().openapi({ example: 'spam', description: 'The rule.' }),
			by: z.string().max(60).optional().openapi({ example: 'lin-wei', description: 'Handle of who did it.' }),
		}),
		returns: {
			status: 200,
			schema: listOf(action),
			description: 'The newest first. What happened in private spaces is for their members.',
		},
		async run(call) {
			return listed(call, await listModerationActions(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'readSettings',
		method: 'get',
		path: '/settings',
		tag: 'Settings',
		summary: 'Read the settings',
		needs: 'admin',
		scope: 'admin',
		returns: { status: 200, schema: plain, description: 'All of them.' },
		async run({ db }) {
			return answer(await readSettings(db));
		},
	}),
	operation({
		id: 'updateSettings',
		method: 'patch',
		path: '/settings',
		tag: 'Settings',
		summary: 'Change settings',
		needs: 'admin',
		scope: 'admin',
		body: plain.partial().openapi('SettingsPatch', { description: 'What is left out stays.' }),
		example: { siteTagline: '读书、提问、把本事卖给需要的人' },
		returns: { status: 200, schema: plain, description: 'The settings that now stand.' },
		async run({ ctx, db, actor, body }) {
			// Told to every process: what was set holds for the pages and the jobs too.
			const settings = await changeSettings(db, actor, { ...(await readSettings(db)), ...body });
			ctx.settings = settings;
			return answer(settings);
		},
	}),
];
