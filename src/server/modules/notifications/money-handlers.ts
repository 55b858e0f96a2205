import type { Currency } from '../../kernel/money.ts';
import { plainAmount } from '../../kernel/money.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { administrators } from './administrators.ts';
import type { NotificationKind } from './notification.ts';
import { tellPeople } from './tell-people.ts';

/** What of a payout its author is told: what others did with it. */
const payoutTold: Readonly<Record<string, NotificationKind>> = {
	approved: 'payout_approved',
	sent: 'payout_sent',
	failed: 'payout_failed',
	returned: 'payout_returned',
	refused: 'payout_refused',
};
const fapiaoTold: Readonly<Record<string, NotificationKind>> = {
	issued: 'fapiao_issued',
	refused: 'fapiao_refused',
	voided: 'fapiao_voided',
};

/** `100.00 CNY`: pages write it as money of the reader's language. */
async function sumOf(tx: Db, payoutId: number): Promise<string> {
	const { amount, currency } = await tx
		.selectFrom('payouts')
		.select(['amount', 'currency'])
		.where('id', '=', payoutId)
		.executeTakeFirstOrThrow();
	return `${plainAmount({ amount, currency: currency as Currency })} ${currency}`;
}

async function titleOf(tx: Db, orderId: number): Promise<string> {
	const row = await tx.selectFrom('orders').select('title').where('id', '=', orderId).executeTakeFirst();
	return row?.title ?? '';
}

/** Tells of money that is paid out and of the papers of a purchase; and administrators, when money does not add up. */
export const moneyHandlers: Handler[] = [
	onEvents(
		'notifications.tell-money',
		[
			'payouts.changed',
			'payouts.account-decided',
			'invoices.fapiao-asked',
			'invoices.fapiao-decided',
			'ledger.wrong',
		],
		async (tx, event) => {
			// Who at the place decided is nobody's business; who asks is the administrators'.
			const about = { actorId: null, eventId: event.id };
			switch (event.type) {
				case 'payouts.changed': {
					const { payoutId, userId, status } = event.payload;
					const subject = await sumOf(tx, payoutId);
					if (status === 'asked')
						return tellPeople(tx, await administrators(tx), {
							...about,
							actorId: userId,
							kind: 'payout_asked',
							path: '/admin/payouts',
							subject,
						});
					const kind = payoutTold[status];
					if (!kind) return;
					return tellPeople(tx, [userId], { ...about, kind, path: '/studio/payouts', subject });
				}
				case 'payouts.account-decided': {
					const { userId, accountId, approved } = event.payload;
					const { number_tail } = await tx
						.selectFrom('payout_accounts')
						.select('number_tail')
						.where('id', '=', accountId)
						.executeTakeFirstOrThrow();
					return tellPeople(tx, [userId], {
						...about,
						kind: approved ? 'payout_account_approved' : 'payout_account_refused',
						path: '/studio/payouts',
						subject: `···${number_tail}`,
					});
				}
				case 'invoices.fapiao-asked': {
					const { orderId, userId } = event.payload;
					return tellPeople(tx, await administrators(tx), {
						...about,
						actorId: userId,
						kind: 'fapiao_asked',
						path: '/admin/invoices',
						subject: await titleOf(tx, orderId),
					});
				}
				case 'invoices.fapiao-decided': {
					const { orderId, userId, status } = event.payload;
					const kind = fapiaoTold[status];
					if (!kind) return;
					const subject = await titleOf(tx, orderId);
					return tellPeople(tx, [userId], { ...about, kind, path: '/invoices', subject });
				}
				case 'ledger.wrong':
					return tellPeople(tx, await administrators(tx), {
						...about,
						kind: 'money_wrong',
						path: '/admin/ledger',
						subject: String(event.payload.found),
					});
			}
		},
	),
];
