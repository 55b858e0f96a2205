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

const transfers: Record<string, () => string> = {
	sale: m.refunds_transfer_sale,
	overpayment: m.refunds_transfer_overpayment,
	refund: m.refunds_transfer_refund,
	'refund sent': m.refunds_transfer_refund_sent,
	'refund called off': m.refunds_transfer_refund_called_off,
	dispute: m.refunds_transfer_dispute,
	'dispute won': m.refunds_transfer_dispute_won,
	'dispute lost': m.refunds_transfer_dispute_lost,
	'provider fee': m.payments_transfer_fee,
};

/** What a kind of transfer is called; what has no name of its own is shown as it is kept. */
export function transferWords(kind: string): string {
	return transfers[kind]?.() ?? kind;
}
