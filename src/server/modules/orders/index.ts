export { closeEscrow, heldOf, holdEscrow, releaseEscrow } from './escrow.ts';
export { noteOrder, type OrderEvent, type OrderHappening, orderHistory } from './history.ts';
export {
	mayBecome,
	type Order,
	type OrderStatus,
	orderError,
	orderTransitions,
	type Payment,
} from './order.ts';
export {
	expireUnpaid,
	findPayment,
	type Heard,
	hearNotice,
	type Notice,
	type NoticeHandler,
	type NoticeHandlers,
	openPayment,
	startPayment,
} from './payments.ts';
export { giftDetails, type Placed, placeOrder, settleFree } from './place-order.ts';
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
export { divide, owedBack } from './sale.ts';
export type { Earners, Sale, Thing } from './thing.ts';
export { registerThing, thingOf } from './things/index.ts';
export { verifyOrders } from './verify.ts';
