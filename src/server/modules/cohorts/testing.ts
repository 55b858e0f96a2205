import { now } from '../../kernel/clock.ts';

export { addDays } from './days.ts';

/** The day that it is in UTC, or so many days after it. */
export const aDay = (after = 0) => new Date(now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
