import { z } from 'zod';
import type { Db } from '../db/index.ts';

/** What an operator sets in the console: one row, validated whole, with a default for every field. */
export const settingsSchema = z.object({
	siteName: z.string().trim().min(1).max(60).default('Stoa 书院'),
	siteTagline: z.string().trim().max(160).default(''),
	registration: z.enum(['open', 'closed']).default('open'),
	defaultLocale: z.enum(['zh-CN', 'en']).default('zh-CN'),
	contactEmail: z.union([z.email(), z.literal('')]).default(''),
	/** Platform's share of a sale in basis points (2000 = 20 %). */
	platformShareBps: z.number().int().min(0).max(10_000).default(2000),
	/** Where buyers are who did not say (ISO 3166). */
	defaultRegion: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.default('CN'),
	/** Of several promotions that match: the best alone, or all of them. */
	promotionStacking: z.enum(['best', 'all']).default('best'),
	/** A coupon on top of promotions, or whichever takes more. */
	couponStacking: z.enum(['on_top', 'better']).default('on_top'),
	/** The most that discounts take together, in basis points of the price. */
	discountAtMostBps: z.number().int().min(0).max(10_000).default(10_000),
	/** How long stock and coupons are kept for an order that is not paid, in minutes. */
	reserveMinutes: z.number().int().min(5).max(1440).default(30),
	/** What of a sale is theirs who brought the buyer, in basis points; sellers may set their own. 0: nothing. */
	affiliateBps: z.number().int().min(0).max(9000).default(0),
	/** How long after a click a purchase still counts, in days. */
	affiliateWindowDays: z.number().int().min(1).max(365).default(30),
	/** How long a share is held after the sale before it may be paid out, in days. */
	affiliateHoldDays: z.number().int().min(0).max(365).default(14),
	/** Days in which a buyer gets the price back by asking (0: never), and how often somebody may in ninety days. */
	coolingOffDays: z.number().int().min(0).max(90).default(7),
	coolingOffReturns: z.number().int().min(0).max(100).default(3),
	/** Of what listening in to a paid answer costs, after the platform's share: the asker's part in basis points. */
	listenAskerBps: z.number().int().min(0).max(10_000).default(5000),
	/** Days after which what an author earned may be paid out. */
	payoutHoldDays: z.number().int().min(0).max(365).default(14),
	/** The least that is paid out, by currency, in minor units; a currency that is left out has none. */
	payoutMinimums: z
		.partialRecord(
			z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']),
			z.number().int().min(1).max(100_000_000),
		)
		.default({ CNY: 10_000, USD: 2_000, EUR: 2_000, JPY: 3_000, HKD: 15_000, SGD: 3_000 }),
	/** Who bills: stands on every invoice from then on. */
	invoiceSeller: z.string().trim().max(120).default(''),
	invoiceSellerAddress: z.string().trim().max(300).default(''),
	invoiceSellerTaxNumber: z.string().trim().max(40).default(''),
	/** Who tries a plan leaves a means of payment where a provider can keep one: the first bill is then taken by itself. */
	trialAsksMeans: z.boolean().default(false),
	/** So many days after a subscription ended, who left is asked back with a first period so much cheaper; 0: never. */
	winBackDays: z.number().int().min(1).max(180).default(14),
	winBackPercent: z.number().int().min(0).max(90).default(0),
	/** What one person may keep here: files as they were uploaded, in megabytes. */
	mediaQuotaMb: z.number().int().min(1).max(10_000_000).default(10_240),
	/** How large a file may be, by what it is, in megabytes. */
	mediaPictureMb: z.number().int().min(1).max(100).default(20),
	mediaVideoMb: z.number().int().min(1).max(8000).default(4096),
	mediaFileMb: z.number().int().min(1).max(8000).default(200),
	/** How long a video may last, in minutes. */
	mediaVideoMinutes: z.number().int().min(1).max(6000).default(240),
	/** How long the address of a stream or file may be used, in minutes; a player asks for a new one by itself. */
	mediaAddressMinutes: z.number().int().min(1).max(1440).default(240),
	/** Days in which a decision of moderators may be appealed, and in which the appeal is to be decided. */
	appealDays: z.number().int().min(1).max(365).default(14),
	appealDueDays: z.number().int().min(1).max(90).default(7),
	/** How many cases one moderator decides in a day at the most; they may set themselves fewer. */
	moderatorDailyLimit: z.number().int().min(1).max(1000).default(60),
	/** Show pictures that posts load from other hosts; off, they are links. */
	remoteImages: z.boolean().default(false),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What holds until an administrator says otherwise. */
export const defaultSettings: Settings = Object.freeze(settingsSchema.parse({}));

/** Reads the settings; fields that a newer version added have their defaults. */
export async function readSettings(db: Db): Promise<Settings> {
	const row = await db.selectFrom('settings').select('values').where('id', '=', 1).executeTakeFirst();
	const parsed = settingsSchema.safeParse(row?.values ?? {});
	return parsed.success ? parsed.data : settingsSchema.parse({});
}

/** Replaces the settings. The caller has checked that `userId` may. */
export async function writeSettings(db: Db, userId: number | null, settings: Settings): Promise<void> {
	const values = JSON.stringify(settingsSchema.parse(settings));
	await db
		.insertInto('settings')
		.values({ id: 1, values, updated_by: userId })
		.onConflict((conflict) =>
			conflict.column('id').doUpdateSet({ values, updated_by: userId, updated_at: new Date() }),
		)
		.execute();
}
