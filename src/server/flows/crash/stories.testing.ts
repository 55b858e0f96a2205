import { expect } from 'vitest';
import type { Member } from '../../contracts/actor.ts';
import type { ItemId, OrderId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import type { FakeProvider } from '../testing.ts';
import type { wireTo } from './provider.testing.ts';

/** What a killed process had, and what the one after it has. */
export interface Machine {
	db: Db;
	wire: ReturnType<typeof wireTo>;
}

/** What is acted on; it goes to the child as JSON. */
export interface Given {
	buyer: Member;
	admin: Member;
	offerId: number;
	itemId: ItemId;
	authorId: UserId;
	author: Member;
	amount: number;
	/** Of the form that was shown. */
	key: string;
	/** Orders and payments that were there before. */
	orderId?: OrderId;
	references?: string[];
}

/**
 * One story in which money moves. It is told to its end by a process that is killed at each of its steps in turn; then
 * another process goes on as the world would: who waits presses again, the provider repeats itself, the sweep runs.
 */
export interface Story {
	name: string;
	/** What is there before: made by the test. */
	before: 'nothing' | 'two payments' | 'paid' | 'earned';
	/** It takes up everything that is due, so no other may be told beside it. */
	alone?: boolean;
	run(machine: Machine, given: Given): Promise<void>;
	again(machine: Machine, given: Given): Promise<void>;
	/** How it must have ended, wherever it was cut. */
	ended: {
		order: 'paid' | 'refunded';
		refunded: number;
		access: 'full' | 'preview';
		/** What the provider holds of this buyer's money at the end. */
		holds: number;
		/** What the author has of it. */
		author: number;
	};
}

/** What a provider holds of some payments. */
export function heldOf(provider: FakeProvider, references: readonly string[]): number {
	let held = 0;
	for (const reference of references) held += provider.paid.get(reference) ?? 0;
	for (const { payment, amount, status } of provider.refunds.values())
		if (references.includes(payment) && status === 'succeeded') held -= amount;
	expect(held).toBeGreaterThanOrEqual(0);
	return held;
}
