import type { NextStep, ProviderRequest } from '../../../modules/orders/index.ts';
import type { Trouble } from './fake-machine.ts';

/** What is changed in what a provider says. */
export interface Said {
	outcome?: 'succeeded' | 'failed';
	amount?: number;
	currency?: string;
	/** Another id of the message. */
	id?: string;
}

/** A provider's side of the wire, as the suite plays it. */
export interface Bench {
	/** Name of the provider, and the environment that sets it up. */
	name: string;
	env: Record<string, string>;
	/** The buyer arrives where they were sent; throws when the provider would not have it. */
	visit: (next: NextStep) => void | Promise<void>;
	/** The buyer pays, or does not; nothing is told. */
	end: (reference: string, outcome: 'succeeded' | 'failed') => void | Promise<void>;
	/** The message about a payment, signed now (or so many seconds from now). */
	tell: (reference: string, said?: Said, seconds?: number) => ProviderRequest | Promise<ProviderRequest>;
	/** A signed message about something that nobody here knows. */
	tellOther: () => ProviderRequest | Promise<ProviderRequest>;
	/** The same message with another amount in it, and the signature as it was. */
	forge: (request: ProviderRequest) => ProviderRequest;
	/** Refunds from now on are answered later; gives what settles one and the message about it, if it sends any. */
	refundLater?: () => void;
	settleRefund?: (reference: string) => ProviderRequest | null | Promise<ProviderRequest | null>;
	/** How many payments and refunds it has made under a name. */
	made?: (reference: string) => number;
	/** How it says that a payment failed, which not all do. */
	tellsFailure: boolean;
	trouble?: (trouble: Trouble) => void;
	close?: () => Promise<void>;
}
