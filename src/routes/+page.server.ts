import { now } from '#server/kernel/clock.ts';

export const load = () => ({ now: now().toISOString() });
