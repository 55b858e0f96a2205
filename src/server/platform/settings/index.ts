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
