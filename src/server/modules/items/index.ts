export { type AuthorStats, authorStats, isFollowing, listRepliesBy, type ReplyCard } from './by-author.ts';
export { type CardRow, cardColumns, cardJoins, cardOf } from './card.ts';
export {
	deleteItem,
	hideItem,
	lockItem,
	moveItem,
	pinItem,
	releaseItem,
	restoreItem,
	unhideItem,
	unlockItem,
	unpinItem,
} from './change-item.ts';
export {
	deleteReply,
	hideReply,
	type ReplyChange,
	type ReplyKey,
	releaseReply,
	restoreReply,
	reviseReply,
	unhideReply,
} from './change-reply.ts';
export { addSynonym, removeSynonym, type TagChange, tagChangeSchema, updateTag } from './change-tags.ts';
export { checkForKind, kindNamed } from './checks.ts';
export { listComments } from './comments.ts';
export { diffRevisions, type RevisionDiff } from './diff-revisions.ts';
export { type Draft, type DraftInput, discardDraft, listDrafts, readDraft, saveDraft } from './drafts.ts';
export { itemError } from './errors.ts';
export { demand, type Offered, offers } from './gate.ts';
export type * from './item.ts';
export { bookmark, follow } from './keep.ts';
export { hrefOf, type Kind, kindByPath, kinds, pathOf, type ReplyKind, registerKind } from './kinds.ts';
export { type ListInput, listItems, listSchema } from './list-items.ts';
export type { Sort } from './list-statement.ts';
export {
	itemOfReply,
	type OriginalItem,
	type OriginalReply,
	readOriginal,
	readOriginalReply,
} from './originals.ts';
export { commentsShown, type ReplySort, repliesShown } from './page-statements.ts';
export {
	type OutOfSight,
	type PersonalState,
	personalState,
	type ReplyRights,
	replyRights,
} from './personal-state.ts';
export { itemPolicy, relationsTo } from './policy.ts';
export { publishItem } from './publish-item.ts';
export { react } from './react.ts';
export { forgetPages, type PageInput, readItem, wroteOnPage } from './read-item.ts';
export { releaseHeld } from './release-held.ts';
export { listRemovedReplies, type RemovedReply } from './removed-replies.ts';
export { reply } from './reply.ts';
export { replyInSight } from './reply-in-sight.ts';
export { retagItem } from './retag-item.ts';
export { type ItemChange, reviseItem } from './revise-item.ts';
export { listRevisions, type Revision, type RevisionCard, readRevisions } from './revisions.ts';
export {
	draftSchema,
	type Emoji,
	emojis,
	type FollowInput,
	followSchema,
	itemChangeSchema,
	type NewItem,
	type NewReply,
	newItemSchema,
	newReplySchema,
	type ReactionInput,
	reactionSchema,
	replyChangeSchema,
	type VoteInput,
	voteSchema,
} from './schemas.ts';
export { setTextStatus } from './set-text-status.ts';
export { lockItemRow, type ReplySubject, replyOf, type Subject } from './subject.ts';
export { normaliseTag, slugOf } from './tag-slug.ts';
export { findTag, listTags, type Tag, type TagCard } from './tags.ts';
export {
	registerTextCheck,
	type TextCheck,
	type TextDecision,
	type TextStatus,
	type TextToCheck,
	type TextVerdict,
	type WrittenText,
} from './text-check.ts';
export { countViews, flushViews, recordView } from './views.ts';
export { vote } from './vote.ts';
