import type { z } from 'zod';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';

export type ReplyKind = 'answer' | 'post' | 'comment';

/**
 * What makes a kind of item: data that pages, search, feeds and the spine read, and, for a kind with a table of its
 * own, three functions. A new kind is one module that registers one of these.
 */
export interface Kind {
	/** The word in `items.kind`, e.g. `question`. */
	name: string;
	/** First part of its addresses, e.g. `questions`. */
	path: string;
	/** Name of its lucide icon. */
	icon: string;
	/** Which replies it takes; `comment` under the item itself and under its answers or posts. */
	replyKinds: readonly ReplyKind[];
	/** The author may mark one answer as the one that solved it. */
	acceptsAnswer: boolean;
	/** The type of its schema.org description, e.g. `QAPage`. */
	schemaOrgType: string;
	/** How many tags it must have, and may. */
	tags: { min: number; max: number };
	/** Shortest body in characters. */
	minBody: number;
	/** Shape of what only this kind has (`NewItem.data`). */
	data?: z.ZodType;
	/** Stores `data` when an item is published or revised, in the same transaction. */
	write?: (tx: Tx, itemId: ItemId, data: unknown) => Promise<void>;
	/** Reads what a page shows of it; `full` says whether the reader may have the held part. */
	read?: (db: Db, itemId: ItemId, full: boolean) => Promise<object>;
	/**
	 * How much of an item somebody has used, from 0 to 1: whoever used most of what they bought may not simply send it
	 * back. Left out where nobody keeps it, as of a text that is read: then it never counts.
	 */
	consumed?: (db: Db, of: { itemId: ItemId; userId: UserId }) => Promise<number>;
}

const registered = new Map<string, Kind>();
const byPath = new Map<string, Kind>();

/** Makes a kind known. A second registration of the same name replaces the first. */
export function registerKind(kind: Kind): Kind {
	registered.set(kind.name, kind);
	byPath.set(kind.path, kind);
	return kind;
}

/** Every kind that is known, by name. */
export const kinds: ReadonlyMap<string, Kind> = registered;

/** The kind whose addresses begin with `path`. */
export function kindByPath(path: string): Kind | undefined {
	return byPath.get(path);
}

/** Where an item is read: `/questions/12/why-is-it-slow`. An item of a kind that is no longer installed stays reachable. */
export function hrefOf(item: { kind: string; id: number; slug: string }): string {
	return `/${pathOf(item.kind)}/${item.id}/${encodeURIComponent(item.slug)}`;
}

export function pathOf(kind: string): string {
	return registered.get(kind)?.path ?? 'items';
}
