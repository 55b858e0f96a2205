import type { UserId } from '../../../kernel/ids.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Evidence, Outcome } from './jury.ts';

/** A case of the moderation queue, as a jury needs it. */
export interface CaseForJury {
	id: number;
	open: boolean;
	title: string;
	spaceId: number | null;
	evidence: Evidence;
	/** Whom it concerns and who reported it: neither they nor their friends judge. */
	parties: UserId[];
	/** Who has had a hand in it: who claimed it, who noted something. They do not judge either. */
	handled: UserId[];
}

/** What a jury decided, and who sat in it: they decide no appeal of it. */
export interface Verdict {
	juryId: number;
	jurors: UserId[];
	caseId: number;
	outcome: Outcome;
	category: string | null;
	/** At most 2,000 characters. */
	reason: string;
}

/** Where cases come from and where decisions go: the moderation queue, or one of a test's own. */
export interface CaseDesk {
	/** null when there is none. */
	readCase(db: Db, caseId: number): Promise<CaseForJury | null>;
	/** Decides in the jury's transaction. */
	decide(tx: Tx, verdict: Verdict): Promise<void>;
}

let desk: CaseDesk | null = null;

/** Says where cases come from; wired once when the process begins. */
export function useCaseDesk(other: CaseDesk): void {
	desk = other;
}

/** @throws Error when nobody has said where cases come from */
export function caseDesk(): CaseDesk {
	if (!desk) throw new Error('There is no queue of cases.');
	return desk;
}
