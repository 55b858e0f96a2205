import { parseId } from '#server/kernel/ids.ts';
import type { ApplicationInput } from '#server/modules/experts/index.ts';

/** Rows for evidence in the form; a file stands apart. */
export const EVIDENCE_ROWS = 5;

/** What an address of this place names: the number of an item, the token of a certificate. */
const idIn = (address: string) => parseId<number>(/\/[a-z-]+\/(\d+)/.exec(address)?.[1] ?? address.trim());
const tokenIn = (address: string) => /\/certificates\/([a-z2-7]+)/.exec(address)?.[1] ?? address.trim();

/** The application out of its form; rows that were left empty are none. */
export function applicationOf(
	form: FormData,
	file: { mediaId: number; title: string } | null,
): ApplicationInput {
	const text = (name: string) => String(form.get(name) ?? '');
	const evidence: Record<string, unknown>[] = [];
	for (let n = 0; n < EVIDENCE_ROWS; n++) {
		const [kind, title, body] = [text(`kind${n}`), text(`title${n}`).trim(), text(`body${n}`).trim()];
		if (!title && !body) continue;
		const one = { kind, title, shown: form.get(`shown${n}`) !== null };
		if (kind === 'item') evidence.push({ ...one, itemId: idIn(body) ?? 0 });
		else evidence.push({ ...one, body: kind === 'certificate' ? tokenIn(body) : body });
	}
	if (file) evidence.push({ kind: 'file', ...file, shown: form.get('fileShown') !== null });
	return {
		statement: text('statement'),
		privateNote: text('privateNote'),
		tags: text('tags')
			.split(/[,，、\s]+/)
			.filter(Boolean),
		languages: form.getAll('languages').map(String) as ('zh-CN' | 'en')[],
		evidence: evidence as ApplicationInput['evidence'],
	};
}
