/** What a provider says of a payment, after its message was checked to be the provider's. */
export interface Notice {
	provider: string;
	/** The provider's id of the message: the same one twice is heard once. */
	noticeId: string;
	/** What it is about. Of a refund, `reference` is the refund's; of a dispute, the payment's. `other` is only kept. */
	about?: 'payment' | 'refund' | 'dispute' | 'other';
	/** What the provider calls such a message. */
	type?: string;
	/** Our reference of the payment. */
	reference: string;
	/** `opened`, `won` and `lost` are of disputes; `none` of what is only kept. */
	outcome: 'succeeded' | 'failed' | 'opened' | 'won' | 'lost' | 'none';
	amount: number;
	currency: string;
	failure?: string;
	/** The message as it came. */
	body: string;
}
