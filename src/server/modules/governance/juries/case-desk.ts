import type { Actor } from '../../../contracts/actor.ts';
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
	/** null when there is none that this actor may see, or a jury can do nothing about it. */
	readCase(db: Db, actor: Actor, caseId: number): Promise<CaseForJury | null>;
	/** Whether it still waits for a decision; nobody else decides it for the rest of the transaction. */
	isOpen(tx: Tx, caseId: number): Promise<boolean>;
	/** Decides in the jury's transaction. */
	decide(tx: Tx, verdict: Verdict): Promise<void>;
}
