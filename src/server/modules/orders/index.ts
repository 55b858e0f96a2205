export { type AffiliateEarning, affiliateEarnings } from './affiliate-earnings.ts';
export { cancelOrder, expireUnpaid } from './close-order.ts';
export {
	type Comparison,
	compareBill,
	type Difference,
	keepBill,
	type Sum,
} from './compare-bill.ts';
export { type Dispute, type DisputeStatus, disputeTransitions, listDisputes } from './disputes/dispute.ts';
export { closeEscrow, heldOf, holdEscrow, releaseEscrow } from './escrow.ts';
export { noteOrder, type OrderEvent, type OrderHappening, orderHistory } from './history.ts';
export { listAllOrders, type OrderRow } from './list-all-orders.ts';
export type { Notice } from './notice.ts';
export {
	mayBecome,
	type Order,
	type OrderStatus,
	orderError,
	orderTransitions,
	type Payment,
} from './order.ts';
export {
	findPayment,
	type Heard,
	hearNotice,
	keepNextStep,
	type NoticeHandler,
	type NoticeHandlers,
	openPayment,
	startPayment,
} from './payments.ts';
export { claimPending, type Pending } from './pending.ts';
export { type Bill, closeBill, placeBill, startCharge } from './place-bill.ts';
export { giftDetails, type Placed, placeOrder, settleFree } from './place-order.ts';
export { type OfferPrice, type OrderPrice, priceOffers, priceOrder } from './price-order.ts';
export type {
	BillLine,
	NextStep,
	PaymentProvider,
	PaymentRequest,
	ProviderRequest,
	RefundAnswer,
	RefundRequest,
} from './provider.ts';
export { openProviders, type Providers, providerOf, providersTaking } from './providers/index.ts';
export { openSandbox } from './providers/sandbox.ts';
export { playDispute, playPayment, type SandboxManner, sandboxPayment } from './providers/sandbox-books.ts';
export {
	LATE_MESSAGE,
	readSandboxMessage,
	type SandboxMessage,
	type SignedMessage,
	signSandboxMessage,
} from './providers/sandbox-message.ts';
export { findOrder, lastPayments, listOrders } from './queries.ts';
export {
	countWaiting,
	daysToReconcile,
	demandOperator,
	keepReconciliation,
	listReconciliations,
	listStrayNotices,
	type Reconciliation,
	type StrayNotice,
} from './reconciliations.ts';
export { type Asked, askRefund, offerRefund } from './refunds/ask-refund.ts';
export { type CoolingOff, coolingOffEnds, mayReturn } from './refunds/cooling-off.ts';
export { leftToRefund } from './refunds/left.ts';
export { lockOrder, lockRefund, paymentOf } from './refunds/lock.ts';
export { type Owed, oweBack, owedUnbooked, refundReference } from './refunds/owe-back.ts';
export { requireDecider } from './refunds/policy.ts';
export {
	countRefunds,
	findRefund,
	listRefunds,
	type QueuedRefund,
	type RefundQueue,
	refundQueues,
	refundsOf,
	unsentRefunds,
} from './refunds/queries.ts';
export {
	demandRefundMove,
	type Refund,
	type RefundCause,
	type RefundStatus,
	refundError,
	refundTransitions,
} from './refunds/refund.ts';
export { queueRefund, SEND_REFUND } from './refunds/send-job.ts';
export { stillKept } from './reserve.ts';
export { divide, owedBack } from './sale.ts';
export {
	assignSeat,
	endSeatPool,
	freeSeat,
	type LockedPool,
	leaveSeat,
	lendSeatPool,
	listSeatPools,
	lockSeatPool,
	openSeatPool,
	type SeatPool,
	type SeatTarget,
	takeSeat,
} from './seats.ts';
export type { Earners, Sale, Thing } from './thing.ts';
export { registerThing, thingOf } from './things/index.ts';
export { verifyOrders } from './verify.ts';
