import { parseId } from '#server/kernel/ids.ts';
import type { DecisionInput, Measure } from '#server/modules/moderation/index.ts';

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
const numberOf = (form: FormData, name: string) => (textOf(form, name) ? Number(textOf(form, name)) : null);

/** The number of a question, as it was typed or in its address. */
export function questionId(text: string): number | null {
	return parseId<number>(/(?:^|\/questions\/)(\d{1,15})(?:\/|$|[?#])/.exec(text.trim())?.[1]);
}

/** What the form of a decision says: one choice for the text, one for the person, and what else. */
export function decisionOf(form: FormData): DecisionInput {
	const measures = ['text', 'also', 'person']
		.flatMap((name) => form.getAll(name).map(String))
		.filter((one) => one !== '') as Measure[];
	return {
		measures,
		category: (textOf(form, 'category') || null) as DecisionInput['category'],
		reason: textOf(form, 'reason'),
		days: numberOf(form, 'days'),
		pauseMinutes: numberOf(form, 'pauseMinutes'),
		...(measures.includes('merge') ? { duplicateOf: questionId(textOf(form, 'duplicateOf')) } : {}),
		...(measures.includes('move') ? { spaceId: parseId(textOf(form, 'spaceId')) } : {}),
		...(measures.includes('edit')
			? {
					title: textOf(form, 'title') || null,
					source: String(form.get('source') ?? '').replaceAll('\r\n', '\n'),
				}
			: {}),
	};
}
