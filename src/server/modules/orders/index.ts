export {
	mayBecome,
	type Order,
	type OrderStatus,
	orderError,
	orderTransitions,
	type Payment,
} from './order.ts';
export { expireUnpaid, findPayment, type Heard, hearNotice, type Notice, startPayment } from './payments.ts';
export { placeOrder } from './place-order.ts';
export { findOrder, lastPayments, listOrders } from './queries.ts';
export { readSandboxMessage, type SignedMessage, signSandboxMessage } from './sandbox.ts';
export { verifyOrders } from './verify.ts';
