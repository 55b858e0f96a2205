import type { CaseDesk } from './case-desk.ts';
import { queueDesk } from './queue-desk.ts';

let desk: CaseDesk = queueDesk;

/** Takes cases from elsewhere: for tests. */
export function useCaseDesk(other: CaseDesk): void {
	desk = other;
}

/** Where cases come from. */
export const caseDesk = (): CaseDesk => desk;
