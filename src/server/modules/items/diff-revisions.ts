import { type DiffHunk, type DiffPart, diffLines, diffWords } from '../../platform/markdown/index.ts';
import type { Revision } from './revisions.ts';

/** What one revision changed. */
export interface RevisionDiff {
	/** null when the title stayed, or there is none. */
	title: DiffPart[] | null;
	tags: { added: string[]; removed: string[] };
	text: DiffHunk[];
	/** What only this kind has, such as the code of a snippet, line by line. */
	data: DiffHunk[];
}

/**
 * Compares two revisions of one text. The work is bounded: texts that have too little in common show as one replaced
 * by the other.
 *
 * @param before null for the first revision: everything is added
 */
export function diffRevisions(before: Revision | null, after: Revision): RevisionDiff {
	const [oldTags, newTags] = [before?.tags ?? [], after.tags ?? []];
	return {
		title:
			(before?.title ?? '') === (after.title ?? '')
				? null
				: diffWords(before?.title ?? '', after.title ?? ''),
		tags: {
			added: newTags.filter((tag) => !oldTags.includes(tag)),
			removed: oldTags.filter((tag) => !newTags.includes(tag)),
		},
		text: diffLines(before?.source ?? '', after.source),
		data: diffLines(textOf(before?.data), textOf(after.data)),
	};
}

function textOf(data: unknown): string {
	if (typeof data !== 'object' || data === null) return '';
	const { code, ...rest } = data as Record<string, unknown>;
	const named = Object.entries(rest).map(
		([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
	);
	return [...named, ...(typeof code === 'string' ? [code] : [])].join('\n');
}
