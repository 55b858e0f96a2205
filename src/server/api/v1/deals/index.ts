import type { Operation } from '../../operation.ts';
import { askOperations } from './ask.ts';
import { bountyOperations } from './bounty.ts';
import { giftOperations } from './gift.ts';
import { groupOperations } from './group.ts';
import { serviceOperations } from './service.ts';
import { talkOperations } from './talk.ts';

/** What is bought of people, together and for others. */
export const dealOperations: Operation[] = [
	...serviceOperations,
	...askOperations,
	...talkOperations,
	...bountyOperations,
	...groupOperations,
	...giftOperations,
];
