import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { isCurrency, type Money } from '#server/kernel/money.ts';
import type { DraftInput } from '#server/modules/items/index.ts';
import { parsePrice } from '#shared/price.ts';

/** Everything that the forms for writing hold, as it was typed; a field that a form does not have is empty. */
export interface Typed {
	title: string;
	source: string;
	tags: string;
	spaceId: string;
	language: string;
	difficulty: string;
	access: string;
	price: string;
	currency: string;
	columnId: string;
	code: string;
	codeLanguage: string;
}

export const emptyForm: Readonly<Typed> = {
	title: '',
	source: '',
	tags: '',
	spaceId: '',
	language: '',
	difficulty: '',
	access: 'free',
	price: '',
	currency: '',
	columnId: '',
	code: '',
	codeLanguage: '',
};

const names = Object.keys(emptyForm) as (keyof Typed)[];

/** Reads a posted form. Line ends become `\n`, as browsers send `\r\n` and texts are compared by their characters. */
export function readTyped(form: FormData): Typed {
	const typed = { ...emptyForm };
	for (const name of names) {
		const value = form.get(name);
		if (typeof value === 'string') typed[name] = value.replace(/\r\n?/g, '\n');
	}
	return typed;
}

/** Tags as they are typed, with commas or blanks between them and perhaps a `#` before each: `#rust, c#` → rust, c#. */
export function splitTags(text: string): string[] {
	return text
		.split(/[\s,，、;；]+/)
		.map((tag) => tag.replace(/^[#＃]+/, ''))
		.filter(Boolean);
}

/** A price as typed; `fault` is the code of what is wrong with it. */
export function readPrice(typed: Typed): { price: Money | null; priceFault: string | null } {
	const { price: text, currency } = typed;
	if (!isCurrency(currency)) return { price: null, priceFault: 'catalog.currency_unknown' };
	if (!text.trim()) return { price: null, priceFault: 'catalog.price_missing' };
	const amount = parsePrice(text, currency);
	if (amount === null) return { price: null, priceFault: 'catalog.price_shape' };
	return { price: { amount, currency }, priceFault: null };
}

/** What the spine is given of a form: the same for publishing, revising and keeping a draft. */
export function spineFields(kind: string, typed: Typed) {
	return {
		title: typed.title,
		source: typed.source,
		tags: splitTags(typed.tags),
		language: typed.language as 'zh-CN' | 'en',
		difficulty: (typed.difficulty || null) as 'beginner' | 'intermediate' | 'advanced' | null,
		access: typed.access as 'free' | 'members' | 'paid',
		...(kind === 'snippet' ? { data: { language: typed.codeLanguage, code: typed.code } } : {}),
	};
}

/** What a draft keeps beside the spine's fields: nothing of it is checked before publishing. */
interface DraftData {
	price?: string;
	currency?: string;
	columnId?: string;
	code?: string;
	language?: string;
}

/** A form as a draft to be kept. */
export function toDraft(kind: string, typed: Typed, draftId: ItemId | null): DraftInput {
	const { data: _, ...fields } = spineFields(kind, typed);
	const { price, currency, columnId, code, codeLanguage } = typed;
	const data: DraftData = {
		price,
		currency,
		columnId,
		...(kind === 'snippet' ? { code, language: codeLanguage } : {}),
	};
	return {
		...fields,
		kind,
		spaceId: parseId(typed.spaceId) ?? 0,
		// A tag that is too long, or one too many, must not keep anybody from saving.
		tags: fields.tags.map((tag) => tag.slice(0, 35)).slice(0, 12),
		data,
		...(draftId === null ? {} : { draftId }),
	};
}

/** A kept draft as a form. */
export function fromDraft(draft: {
	title: string;
	source: string;
	tags: string[];
	spaceId: number;
	language: string;
	difficulty: string | null;
	access: string;
	data: unknown;
}): Typed {
	const data = (draft.data ?? {}) as DraftData;
	return {
		...emptyForm,
		title: draft.title,
		source: draft.source,
		tags: draft.tags.join(', '),
		spaceId: String(draft.spaceId),
		language: draft.language,
		difficulty: draft.difficulty ?? '',
		access: draft.access,
		price: data.price ?? '',
		currency: data.currency ?? '',
		columnId: data.columnId ?? '',
		code: data.code ?? '',
		codeLanguage: data.language ?? '',
	};
}
