import type { Db } from '../../platform/db/index.ts';
import type { ModerationCase } from './case.ts';

/** What a case is about, as it stands now, for who decides it and for what is kept of it. */
export interface Described {
	/** Of the item, also for what stands under it; the name of a person. */
	title: string;
	/** The text itself, whole; what a person says of themselves. */
	text: string;
	html: string;
	/** `published`, `held`, `hidden`, `deleted`; of a person and of what is gone, `gone` or `person`. */
	status: string;
	kind: string | null;
	slug: string | null;
	locked: boolean;
	revision: number;
	createdAt: Date | null;
}

const nothing: Described = {
	title: '',
	text: '',
	html: '',
	status: 'gone',
	kind: null,
	slug: null,
	locked: false,
	revision: 0,
	createdAt: null,
};

/** Reads what a case is about; whoever asks has asked the gate of cases. One statement. */
export async function describeSubject(db: Db, one: ModerationCase): Promise<Described> {
	if (one.subject === 'finding') return { ...nothing, status: 'finding' };
	if (one.subject === 'person') {
		const person = one.personId
			? await db
					.selectFrom('users')
					.select(['name', 'bio', 'bio_html', 'headline', 'created_at'])
					.where('id', '=', one.personId)
					.executeTakeFirst()
			: undefined;
		if (!person) return nothing;
		return {
			...nothing,
			title: person.name,
			text: [person.headline, person.bio].filter(Boolean).join('\n'),
			html: person.bio_html,
			status: 'person',
			createdAt: person.created_at,
		};
	}
	const row = await db
		.selectFrom('items as i')
		.leftJoin('item_bodies as b', 'b.item_id', 'i.id')
		.leftJoin('replies as r', (join) =>
			join.onRef('r.item_id', '=', 'i.id').on('r.id', '=', one.replyId ?? 0),
		)
		.select(['i.title', 'i.kind', 'i.slug', 'i.locked_at', 'i.status', 'i.revision', 'i.created_at'])
		.select([
			'b.source',
			'b.html',
			'r.source as reply_source',
			'r.html as reply_html',
			'r.status as reply_status',
		])
		.select(['r.revision as reply_revision', 'r.created_at as reply_at'])
		.where('i.id', '=', one.itemId ?? 0)
		.executeTakeFirst();
	if (!row) return nothing;
	const { title, kind, slug } = row;
	const locked = row.locked_at !== null;
	if (one.subject === 'item')
		return {
			title,
			kind,
			slug,
			locked,
			text: row.source ?? '',
			html: row.html ?? '',
			status: row.status,
			revision: row.revision,
			createdAt: row.created_at,
		};
	return {
		title,
		kind,
		slug,
		locked,
		text: row.reply_source ?? '',
		html: row.reply_html ?? '',
		status: row.reply_status ?? 'gone',
		revision: row.reply_revision ?? 0,
		createdAt: row.reply_at,
	};
}
