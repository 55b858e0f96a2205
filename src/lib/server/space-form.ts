import { type Space, type SpaceChange, type SpaceRule, spaceError } from '#server/modules/spaces/index.ts';

/** Everything that the form of a space holds, as it was typed. */
export interface SpaceFields {
	name_zh: string;
	name_en: string;
	tagline_zh: string;
	tagline_en: string;
	about_zh: string;
	about_en: string;
	rules_zh: string;
	rules_en: string;
	access: string;
	accent: string;
}

const languages = { zh: 'zh-CN', en: 'en' } as const;
type Short = keyof typeof languages;

const han = /\p{Script=Han}/u;

/** A text without a language of its own stands where it reads as if it belonged. */
function placed(own: Partial<Record<'zh-CN' | 'en', string>>, plain: string, short: Short): string {
	const given = own[languages[short]];
	if (given !== undefined) return given;
	if (Object.values(own).some(Boolean)) return '';
	return (short === 'zh') === han.test(plain) ? plain : '';
}

/** A space as its form shows it. */
export function spaceFields(space: Space): SpaceFields {
	const rules = storedRules(space.rules);
	return {
		name_zh: placed(space.names, space.name, 'zh'),
		name_en: placed(space.names, space.name, 'en'),
		tagline_zh: placed(space.taglines, space.tagline, 'zh'),
		tagline_en: placed(space.taglines, space.tagline, 'en'),
		about_zh: placed(space.abouts, space.about, 'zh'),
		about_en: placed(space.abouts, space.about, 'en'),
		rules_zh: rulesText(rules, 'zh'),
		rules_en: rulesText(rules, 'en'),
		access: space.access,
		accent: space.accent,
	};
}

/** Rules as rows, whether they are stored so, or as one list of sentences for each language. */
function storedRules(stored: unknown): SpaceRule[] {
	if (Array.isArray(stored))
		return stored.map((rule) => (typeof rule === 'string' ? { title: rule, text: '' } : (rule as SpaceRule)));
	const lists = (stored ?? {}) as Partial<Record<'zh-CN' | 'en', string[]>>;
	const zh = lists['zh-CN'] ?? [];
	const en = lists.en ?? [];
	return Array.from({ length: Math.max(zh.length, en.length) }, (_, i) =>
		rule({ title: zh[i] ?? '', text: '' }, { title: en[i] ?? '', text: '' }, 'zh-CN'),
	);
}

/** One rule a line; what explains it stands under it, indented. */
export function rulesText(rules: readonly SpaceRule[], short: Short): string {
	return rules
		.map((one) => {
			const title = placed(one.titles ?? {}, one.title, short);
			const text = placed(one.texts ?? {}, one.text, short);
			return text
				? `${title}\n${text
						.split('\n')
						.map((line) => `  ${line}`)
						.join('\n')}`
				: title;
		})
		.join('\n')
		.replace(/\n+$/, '');
}

/** The other way: rules of both languages, the first of one beside the first of the other. */
export function parseRules(zh: string, en: string, first: 'zh-CN' | 'en'): SpaceRule[] {
	const [a, b] = [linesOf(zh), linesOf(en)];
	return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
		rule(a[i] ?? { title: '', text: '' }, b[i] ?? { title: '', text: '' }, first),
	);
}

function linesOf(text: string): { title: string; text: string }[] {
	const rules: { title: string; text: string }[] = [];
	for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
		const last = rules.at(-1);
		if (!line.trim()) continue;
		if (/^\s/.test(line) && last) last.text = last.text ? `${last.text}\n${line.trim()}` : line.trim();
		else rules.push({ title: line.trim(), text: '' });
	}
	return rules;
}

function rule(
	zh: { title: string; text: string },
	en: { title: string; text: string },
	first: 'zh-CN' | 'en',
): SpaceRule {
	const [one, other] = first === 'en' ? [en, zh] : [zh, en];
	const both = (name: 'title' | 'text') => ({
		...(zh[name] ? { 'zh-CN': zh[name] } : {}),
		...(en[name] ? { en: en[name] } : {}),
	});
	return {
		title: one.title || other.title,
		text: one.text || other.text,
		titles: both('title'),
		texts: both('text'),
	};
}

/**
 * Reads a posted form.
 *
 * @param first the language of the place: whose text stands for both where only one is asked for
 */
export function readSpaceForm(form: FormData, first: 'zh-CN' | 'en'): SpaceChange & { name: string } {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
	};
	const pair = (name: string) => {
		const [zh, en] = [text(`${name}_zh`), text(`${name}_en`)];
		const [one, other] = first === 'en' ? [en, zh] : [zh, en];
		return { plain: one || other, texts: { ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) } };
	};
	const [name, tagline, about] = [pair('name'), pair('tagline'), pair('about')];
	// A field that the form does not have stays as it is.
	return {
		name: name.plain,
		names: name.texts,
		tagline: tagline.plain,
		taglines: tagline.texts,
		...(form.has('about_zh') ? { about: about.plain, abouts: about.texts } : {}),
		...(form.has('rules_zh')
			? { rules: parseRules(String(form.get('rules_zh')), String(form.get('rules_en') ?? ''), first) }
			: {}),
		...(form.has('access') ? { access: text('access') as 'public' | 'paid' | 'private' } : {}),
		...(form.has('accent') ? { accent: text('accent') } : {}),
	};
}

const fieldOf: Record<string, string> = {
	name: 'name',
	names: 'name',
	tagline: 'tagline',
	taglines: 'tagline',
	about: 'about',
	abouts: 'about',
};

/** Faults by the names that the form's fields have: `names.en` is `name_en`, `rules.3.title` is the field of all rules. */
export function spaceFaults(fields: Record<string, string>, first: 'zh-CN' | 'en'): Record<string, string> {
	const own = first === 'en' ? 'en' : 'zh';
	return Object.fromEntries(
		Object.entries(fields).map(([path, code]) => {
			const [top, second] = path.split('.') as [string, string | undefined];
			if (top === 'rules') return [path.endsWith('.en') ? 'rules_en' : `rules_${own}`, code];
			const name = fieldOf[top];
			if (!name) return [path, code];
			return [`${name}_${second === 'en' ? 'en' : second === 'zh-CN' ? 'zh' : own}`, code];
		}),
	);
}

/** Addresses under /spaces that are pages of their own. */
const reserved = new Set(['new']);

/** @throws spaces.slug_taken for an address that no space can have */
export function checkSlug(slug: string): string {
	if (reserved.has(slug.trim().toLowerCase()))
		throw spaceError('slug_taken', { fields: { slug: 'spaces.slug_taken' } });
	return slug;
}
