import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { indexItem } from './index-item.ts';
import { rebalanceTiers } from './tiers.ts';

/**
 * Keeps documents true to their items. Votes need no handler: a trigger carries them over; and what decides who may
 * read a document is carried over in the very transaction that changes it.
 */
export const handlers: readonly Handler[] = [
	onEvents(
		'search.index',
		[
			'items.published',
			'items.revised',
			'items.changed',
			'items.replied',
			'items.reply-revised',
			'items.reply-changed',
			'questions.accepted',
			'questions.unaccepted',
		],
		(tx, event) => indexItem(tx, event.payload.itemId),
	),
];

/** Work outside requests: by night, documents move to the tiers they have earned. */
export function jobs(db: Db): Job[] {
	return [
		{
			name: 'search.rebalance-tiers',
			cron: '40 19 * * *',
			work: async () => {
				await rebalanceTiers(db);
			},
		},
	];
}
