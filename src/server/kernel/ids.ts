declare const brand: unique symbol;

/** A database id that cannot be mistaken for another table's. A plain number when it runs. */
export type Id<Name extends string> = number & { readonly [brand]?: Name };

export type UserId = Id<'user'>;
export type SpaceId = Id<'space'>;
export type TagId = Id<'tag'>;
export type ItemId = Id<'item'>;
export type ReplyId = Id<'reply'>;
/** A lesson of a course; the same thing through all versions. */
export type LessonId = Id<'lesson'>;
export type SectionId = Id<'section'>;
export type OfferId = Id<'offer'>;
export type OrderId = Id<'order'>;
export type EventId = Id<'event'>;

/** Reads an id from a path or form; null when it is not a positive safe integer. */
export function parseId<T extends number>(text: string | null | undefined): T | null {
	if (!text || !/^[1-9]\d{0,15}$/.test(text)) return null;
	const id = Number(text);
	return Number.isSafeInteger(id) ? (id as T) : null;
}
