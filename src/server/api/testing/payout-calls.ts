import type { Called } from './called.ts';
import type { World } from './world.ts';

const month = new Date().toISOString().slice(0, 7);
const of = (id: number) => ({ params: { id } });
const shares = [
	{ handle: 'author', weight: 7000 },
	{ handle: 'member', weight: 3000 },
];

/** One call of every operation about earnings, payouts and invoices. */
export const payoutCalls: Record<string, (world: World) => Called> = {
	listLibrary: () => ({ as: 'author' }),
	listEarnings: () => ({ as: 'author' }),
	listMovements: () => ({ as: 'author', query: { limit: 2 } }),
	readStatement: () => ({ as: 'author', params: { month } }),
	listPayoutAccounts: () => ({ as: 'author' }),
	createPayoutAccount: () => ({
		as: 'member',
		body: { holder: 'company', legalName: '书院有限公司', kind: 'iban', number: 'DE89370400440532013000' },
	}),
	listMyPayouts: () => ({ as: 'author', query: { limit: 2 } }),
	createPayout: () => ({ as: 'author', body: { currency: 'CNY', amount: 12_000 } }),
	withdrawPayout: ({ payouts }) => ({ as: 'author', ...of(payouts.asked) }),
	listItemSplits: ({ items }) => ({ as: 'author', ...of(items.article) }),
	setItemSplit: ({ items }) => ({ as: 'author', ...of(items.article), body: { shares } }),
	listSpaceSplits: ({ room }) => ({ as: 'admin', ...of(room.id) }),
	setSpaceSplit: ({ room }) => ({ as: 'admin', ...of(room.id), body: { shares } }),
	listBundleSplits: ({ payouts }) => ({ as: 'author', ...of(payouts.bundle) }),
	setBundleSplit: ({ payouts }) => ({ as: 'author', ...of(payouts.bundle), body: { shares } }),
	listPlatformShares: () => ({ as: 'admin' }),
	createPlatformShare: () => ({ as: 'admin', body: { handle: 'author', shareBps: 1000 } }),
	listAccountsToCheck: () => ({ as: 'admin' }),
	approvePayoutAccount: ({ payouts }) => ({ as: 'admin', ...of(payouts.account) }),
	refusePayoutAccount: ({ payouts }) => ({
		as: 'admin',
		...of(payouts.account),
		body: { reason: 'The name differs' },
	}),
	listPayouts: () => ({ as: 'admin', query: { status: 'asked' } }),
	approvePayout: ({ payouts }) => ({ as: 'admin', ...of(payouts.asked) }),
	refusePayout: ({ payouts }) => ({ as: 'admin', ...of(payouts.asked), body: { reason: 'A dispute' } }),
	settlePayout: ({ payouts }) => ({ as: 'admin', ...of(payouts.sending), body: { to: 'sent' } }),
	listPayoutBatches: () => ({ as: 'admin' }),
	createPayoutBatch: () => ({ as: 'admin', body: { currency: 'CNY', kind: 'bank_cn' } }),

	listInvoices: () => ({ as: 'author' }),
	readInvoice: ({ payouts }) => ({ as: 'author', ...of(payouts.invoice) }),
	listMyFapiaos: () => ({ as: 'author' }),
	createFapiao: ({ payouts }) => ({
		as: 'author',
		...of(payouts.order),
		body: {
			holder: 'company',
			title: '书院有限公司',
			taxNumber: '91330106MA2ABCDE0X',
			email: 'finance@example.org',
		},
	}),
	withdrawFapiao: ({ payouts }) => ({ as: 'author', ...of(payouts.fapiao) }),
	listFapiaos: () => ({ as: 'admin' }),
	decideFapiao: ({ payouts }) => ({
		as: 'admin',
		...of(payouts.fapiao),
		body: { to: 'issued', number: '1' },
	}),
	readTaxReport: () => ({ as: 'admin', query: { month } }),
};
