import { m } from '#lib/paraglide/messages.js';

const words: Record<string, () => string> = {
	clearing: m.refunds_account_clearing,
	platform: m.refunds_account_platform,
	author: m.refunds_account_author,
	affiliate: m.refunds_account_affiliate,
	escrow: m.refunds_account_escrow,
	tax: m.refunds_account_tax,
	refunds: m.refunds_account_refunds,
};

/** What an account of the ledger is called. */
export function accountWords(kind: string): string {
	return words[kind]?.() ?? kind;
}
