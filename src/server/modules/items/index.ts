export { type CardRow, cardColumns, cardOf } from './card.ts';
export { itemError } from './errors.ts';
export type * from './item.ts';
export { hrefOf, type Kind, kindByPath, kinds, pathOf, type ReplyKind, registerKind } from './kinds.ts';
export { type ListInput, listItems, listSchema } from './list-items.ts';
export type { Sort } from './list-statement.ts';
export { commentsShown, type ReplySort, repliesShown } from './page-statements.ts';
export { type Offered, type PersonalState, personalState } from './personal-state.ts';
export { itemPolicy, relationsTo } from './policy.ts';
export { publishItem } from './publish-item.ts';
export { forgetPages, type PageInput, readItem } from './read-item.ts';
export { reply } from './reply.ts';
export {
	type NewItem,
	type NewReply,
	newItemSchema,
	newReplySchema,
	type VoteInput,
	voteSchema,
} from './schemas.ts';
export { normaliseTag, slugOf } from './tag-slug.ts';
export { findTag, listTags, type Tag, type TagCard } from './tags.ts';
export { vote } from './vote.ts';
