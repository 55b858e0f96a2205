import type { PostHistory } from './dump-rows.ts';

/** Stack Exchange's numbers of reasons, the old set and the one since 2013, as reasons here. */
const REASONS: Record<string, string> = {
	1: 'duplicate',
	2: 'off-topic',
	3: 'opinion',
	4: 'unclear',
	7: 'not-reproducible',
	10: 'off-topic',
	20: 'spam',
	101: 'duplicate',
	102: 'off-topic',
	103: 'unclear',
	104: 'unclear',
	105: 'opinion',
};

/** Closed before the import, and neither links nor history say why. */
export const UNKNOWN_REASON = 'imported';

/** Why a question was closed and, where the dump lists the voters, the first of them. */
export function readClosing(row: PostHistory): { reason: string; by: number | undefined } {
	return { reason: REASONS[row.comment ?? ''] ?? UNKNOWN_REASON, by: firstVoter(row.text) };
}

function firstVoter(text: string | undefined): number | undefined {
	try {
		const voters = (JSON.parse(text ?? '{}') as { Voters?: { Id?: unknown }[] }).Voters;
		const id = Array.isArray(voters) ? voters[0]?.Id : undefined;
		return Number.isSafeInteger(id) ? (id as number) : undefined;
	} catch {
		return undefined;
	}
}
