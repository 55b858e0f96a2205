import { now } from '../../kernel/clock.ts';

const DAY = 86_400_000;

/** The time so many days before now: the demo is always a community of this week. Negative lies ahead. */
export function ago(days: number): Date {
	return new Date(now().getTime() - days * DAY);
}
