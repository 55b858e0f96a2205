export { noteOrder, type OrderEvent, type OrderHappening, orderHistory } from './history.ts';
export {
	mayBecome,
	type Order,
	type OrderStatus,
	orderError,
	orderTransitions,
	type Payment,
} from './order.ts';
export { expireUnpaid, findPayment, type Heard, hearNotice, type Notice, startPayment } from './payments.ts';
export { type Placed, placeOrder, settleFree } from './place-order.ts';
export type {
	BillLine,
	NextStep,
	PaymentProvider,
	PaymentRequest,
	ProviderRequest,
	RefundAnswer,
} from './provider.ts';
export { findOrder, lastPayments, listOrders } from './queries.ts';
export { divide, owedBack } from './sale.ts';
export { readSandboxMessage, type SignedMessage, signSandboxMessage } from './sandbox.ts';
export type { Earners, Sale, Thing } from './thing.ts';
export { registerThing, thingOf } from './things/index.ts';
export { verifyOrders } from './verify.ts';
