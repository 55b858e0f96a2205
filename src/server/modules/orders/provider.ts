import type { Currency } from '../../kernel/money.ts';
import type { Notice } from './notice.ts';

/** What a provider is asked to take from a buyer. */
export interface PaymentRequest {
	/** Our name for the payment: the provider will speak of it by this. */
	reference: string;
	amount: number;
	currency: Currency;
	title: string;
	/** One of the provider's `methods`. */
	method: string;
	/** Where the buyer comes back to, and where the provider's machine reports. Absolute. */
	returnUrl: string;
	notifyUrl: string;
	locale: string;
	/** The buyer agrees that later payments are taken without them: a subscription begins. */
	again?: boolean;
	/** Who the buyer is at the provider, where a method asks for it (WeChat's openid). */
	payer?: string;
}

/** What the buyer's browser does next. */
export type NextStep =
	| { step: 'redirect'; url: string }
	| { step: 'qr'; content: string }
	/** The provider's own app asks for a call with these values from a script. */
	| { step: 'call'; name: string; values: Record<string, string> };

/** A callback as it came from the network: nothing of it is believed yet. */
export interface ProviderRequest {
	headers: Readonly<Record<string, string>>;
	body: string;
	query: URLSearchParams;
}

/** What a provider is asked to send back. */
export interface RefundRequest {
	/** Our name for the refund: asked twice under the same name, it is one refund. */
	reference: string;
	paymentReference: string;
	amount: number;
	/** Of the whole payment. */
	total: number;
	currency: Currency;
	reason: string;
	/** Where the provider's machine reports, if it does so at an address given by the request. Absolute. */
	notifyUrl?: string;
}

/** What a provider says of a refund: `pending` is answered later, by a notice or when asked. */
export interface RefundAnswer {
	status: 'succeeded' | 'pending' | 'failed';
	failure?: string;
}

/** One line of a provider's own account of a day. */
export interface BillLine {
	/** Our reference of the payment or refund. */
	reference: string;
	kind: 'payment' | 'refund' | 'fee' | 'dispute';
	/** Positive: we received it. Negative: it went out. */
	amount: number;
	currency: Currency;
	at: Date;
}

/**
 * Who moves the money: one port, one suite of tests against all of them. Calls may take long, fail, or be answered
 * twice; all of them may be repeated with the same reference and mean the same thing. None of them runs inside a
 * transaction of ours.
 */
export interface PaymentProvider {
	readonly name: string;
	readonly currencies: readonly Currency[];
	/** Ways of paying, the first is the default, e.g. `page`, `qr`. */
	readonly methods: readonly string[];
	/** Its days are those of this offset from UTC in hours; a day's bill is there so many hours after the day ended. */
	readonly calendar: { utcOffset: number; readyAfterHours: number };
	/** For methods that must know who the buyer is to the provider: where the browser asks, and what it comes back with. */
	readonly identify?: {
		url(backTo: string, state: string): string;
		/** @throws orders.provider_unavailable, orders.notice_invalid */
		payer(query: URLSearchParams): Promise<string>;
	};
	/**
	 * True where a buyer can leave a means of payment without paying: `begin` with `again` for an amount of 0 asks for it, and
	 * its success is told as a payment of nothing, by whose reference `chargeAgain` takes later ones. Left out: nothing of 0
	 * is begun there.
	 */
	readonly keepsMeans?: boolean;
	/** @throws orders.provider_unavailable */
	begin(request: PaymentRequest): Promise<NextStep>;
	/**
	 * Checks that a callback is the provider's and of now, and reads it; what it does not understand is a notice, too
	 * (`about: 'other'`). Also gives what the provider wants to hear.
	 *
	 * @throws orders.notice_invalid
	 */
	hear(request: ProviderRequest): Promise<{ notices: Notice[]; reply: { type: string; body: string } }>;
	/** What became of a payment; null when the provider knows nothing of it yet. @throws orders.provider_unavailable */
	ask(reference: string): Promise<Notice | null>;
	/** @throws orders.provider_unavailable */
	refund(refund: RefundRequest): Promise<RefundAnswer>;
	/** What became of a refund. @throws orders.provider_unavailable */
	askRefund(reference: string, paymentReference: string): Promise<RefundAnswer | null>;
	/**
	 * Takes a payment by an agreement that an earlier one made (its reference); the outcome comes as a notice, too.
	 * Absent where the provider cannot: the buyer is then asked by mail.
	 */
	chargeAgain?(request: PaymentRequest, agreement: string): Promise<Notice>;
	/** The provider's account of one day of its calendar (`2026-11-27`). @throws orders.provider_unavailable */
	bill(day: string): Promise<BillLine[]>;
}
