import { now } from '../../../kernel/clock.ts';

/** Whether more than half of a time is over: what is left is too little to be simply sent back. Time ahead is unused. */
export function halfOver(from: Date, to: Date): boolean {
	return now().getTime() - from.getTime() > (to.getTime() - from.getTime()) / 2;
}
