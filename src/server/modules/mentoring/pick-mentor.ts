import type { UserId } from '../../kernel/ids.ts';

/** Somebody whom a question may go to. */
export interface Candidate {
	userId: UserId;
	role: 'owner' | 'author' | 'editor' | 'mentor';
	/** They know what it is about. */
	knows: boolean;
	/** Questions that wait for them now, in all courses. */
	load: number;
	/** When the last one was given to them; null: never. */
	lastAt: Date | null;
}

// The owner has sold the course and answers where nobody else does.
const order: Record<Candidate['role'], number> = { mentor: 0, author: 1, editor: 2, owner: 3 };

/**
 * Whom a question goes to: of those who know what it is about, whoever has the least waiting; of several, a mentor
 * before an author, and whose last one was longest ago. Where nobody is known to know it, all are asked; the owner only
 * where there is nobody else. Pure.
 */
export function pickMentor(candidates: readonly Candidate[]): Candidate | null {
	const named = candidates.filter(({ role }) => role !== 'owner');
	const asked = named.length > 0 ? named : candidates;
	const knowing = asked.filter(({ knows }) => knows);
	const [first] = [...(knowing.length > 0 ? knowing : asked)].sort(
		(a, b) =>
			a.load - b.load ||
			order[a.role] - order[b.role] ||
			(a.lastAt?.getTime() ?? 0) - (b.lastAt?.getTime() ?? 0) ||
			a.userId - b.userId,
	);
	return first ?? null;
}
