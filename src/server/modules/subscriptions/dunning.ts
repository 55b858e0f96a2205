import type { SubscriberMail } from './mails.ts';

/** What is done about a bill that is due: on these days it is charged again, or asked for by mail. */
export interface Schedule {
	/** So long is waited for the money; then the subscription ends. */
	graceDays: number;
	/** Days since it fell due, and what is written when the money did not come. In order, before the grace is over. */
	steps: readonly { day: number; mail: SubscriberMail }[];
}

/** The schedules, as data. During a pause nothing is open, so its days of grace open nothing either. */
export const dunning: Record<'period' | 'trial' | 'pause', Schedule> = {
	period: {
		graceDays: 7,
		steps: [
			{ day: 0, mail: 'unpaid' },
			{ day: 3, mail: 'unpaid_again' },
			{ day: 6, mail: 'unpaid_last' },
		],
	},
	trial: {
		graceDays: 3,
		steps: [
			{ day: 0, mail: 'trial_over' },
			{ day: 2, mail: 'unpaid_last' },
		],
	},
	pause: {
		graceDays: 7,
		steps: [
			{ day: 0, mail: 'pause_over' },
			{ day: 4, mail: 'pause_over' },
		],
	},
};
