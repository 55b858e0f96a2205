import { z } from 'zod';
import { isCurrency } from '../../kernel/money.ts';
import { accountKinds } from './payout.ts';

// Messages are error codes; see kernel/validate.ts.

const currency = z.string().refine(isCurrency, 'catalog.currency_unknown');

export const askSchema = z.object({
	currency,
	/** Minor units; left out: all that is available. */
	amount: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullish(),
	key: z.string().min(8).max(100),
});

export const accountSchema = z
	.object({
		holder: z.enum(['person', 'company']),
		legalName: z.string().trim().min(2).max(100),
		kind: z.enum(accountKinds),
		bankName: z.string().trim().max(100).default(''),
		number: z.string().trim().min(4).max(60),
	})
	.refine(({ kind, number }) => validNumber(kind, number), {
		path: ['number'],
		message: 'payouts.number_invalid',
	})
	.refine(({ kind, bankName }) => kind !== 'bank_cn' || bankName !== '', {
		path: ['bankName'],
		message: 'common.bad_value',
	});

/** Spaces and hyphens that people write for their eyes are left out. */
export const plainNumber = (number: string): string => number.replace(/[\s-]/g, '').toUpperCase();

function validNumber(kind: string, number: string): boolean {
	const plain = plainNumber(number);
	if (kind === 'iban') return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) && ibanRemainder(plain) === 1;
	if (kind === 'bank_cn') return /^\d{12,19}$/.test(plain);
	return /^(?:1\d{10}|[^\s@]+@[^\s@]+\.[^\s@]+)$/.test(number.trim());
}

/** ISO 7064 MOD 97-10: of a valid IBAN it is 1. */
function ibanRemainder(iban: string): number {
	let rest = 0;
	for (const character of iban.slice(4) + iban.slice(0, 4))
		for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
	return rest;
}

export const splitSchema = z.object({
	/** Who earns how much of it, in basis points of the whole. */
	shares: z
		.array(
			z.object({
				handle: z.string().trim().min(1).max(60),
				weight: z.coerce.number().int().min(1).max(10_000),
			}),
		)
		.min(1)
		.max(20),
	/** From when on; left out: from now on. */
	startsAt: z.coerce.date().nullish(),
});

export const platformShareSchema = z.object({
	handle: z.string().trim().min(1).max(60),
	/** Basis points; null: as the settings say. */
	shareBps: z.number().int().min(0).max(10_000).nullable(),
	startsAt: z.coerce.date().nullish(),
	note: z.string().trim().max(200).default(''),
});

export const decisionSchema = z.object({ reason: z.string().trim().max(300).default('') });

export const batchSchema = z.object({ currency, kind: z.enum(accountKinds) });

export const settleSchema = z.object({
	to: z.enum(['sent', 'failed', 'returned']),
	bankReference: z.string().trim().max(100).default(''),
	reason: z.string().trim().max(300).default(''),
});
