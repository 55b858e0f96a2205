import { type ActionFailure, fail } from '@sveltejs/kit';
import { AppError } from '#server/kernel/errors.ts';
import type { Money } from '#server/kernel/money.ts';
import type { OriginalItem, Revision } from '#server/modules/items/index.ts';
import { type DiffHunk, diffLines } from '#server/platform/markdown/index.ts';
import { priceText } from '#shared/price.ts';
import type { Refused } from './page.ts';
import { emptyForm, type Typed } from './write-form.ts';

/** An item as it stands, as a form to be edited. */
export function fromOriginal(original: OriginalItem, price: Money | null, columnId: number | null): Typed {
	const code = (original.data ?? {}) as { code?: string; language?: string };
	return {
		...emptyForm,
		title: original.title,
		source: original.source,
		tags: original.tags.join(', '),
		spaceId: String(original.spaceId),
		language: original.language,
		difficulty: original.difficulty ?? '',
		access: original.access,
		price: price ? priceText(price) : '',
		currency: price?.currency ?? (original.language === 'en' ? 'USD' : 'CNY'),
		columnId: columnId === null ? '' : String(columnId),
		code: code.code ?? '',
		codeLanguage: code.language ?? '',
	};
}

/** The same form with the words of an earlier revision: what restoring it begins from. */
export function withRevision(form: Typed, revision: Revision): Typed {
	const code = (revision.data ?? {}) as { code?: string; language?: string };
	return {
		...form,
		title: revision.title ?? form.title,
		source: revision.source,
		tags: revision.tags?.join(', ') ?? form.tags,
		code: code.code ?? form.code,
		codeLanguage: code.language ?? form.codeLanguage,
	};
}

/** Two people edited at once: what the other changed, and what saving one's own would change of theirs. */
export interface Conflict {
	by: string;
	at: Date;
	/** The revision that now stands. */
	revision: number;
	theirs: { hunks: DiffHunk[]; code: DiffHunk[]; title: string | null };
	mine: { hunks: DiffHunk[]; code: DiffHunk[] };
}

const codeOf = (data: unknown) => String((data as { code?: unknown } | null)?.code ?? '');

/** @param base the revision that this person began from; null when it cannot be read */
export function conflictOf(
	base: Revision | null,
	standing: Revision,
	mine: { title?: string; source: string; code?: string },
): Conflict {
	return {
		by: standing.editorName,
		at: standing.createdAt,
		revision: standing.number,
		theirs: {
			hunks: diffLines(base?.source ?? '', standing.source),
			code: diffLines(codeOf(base?.data), codeOf(standing.data)),
			title: base && base.title !== standing.title ? standing.title : null,
		},
		mine: {
			hunks: diffLines(standing.source, mine.source),
			code: diffLines(codeOf(standing.data), mine.code ?? codeOf(standing.data)),
		},
	};
}

/** A conflict as the form gets it back: with everything that was typed. Another thrown thing is thrown on. */
export async function orConflict<T>(
	work: () => Promise<T>,
	read: () => Promise<Conflict | null>,
	values: Record<string, string>,
): Promise<T | ActionFailure<Refused & { conflict: Conflict | null }>> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof AppError) || thrown.code !== 'items.edit_conflict') throw thrown;
		const { code, params, fields, status } = thrown;
		return fail(status, { code, params, fields, values, conflict: await read() });
	}
}
