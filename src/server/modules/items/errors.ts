import { defineErrors } from '../../kernel/errors.ts';

const codes = {
	not_found: 404,
	reply_not_found: 404,
	kind_unknown: 422,
	kind_takes_no_reply: 422,
	space_not_found: 404,
	space_archived: 409,
	not_in_space: 403,
	locked: 409,
	closed: 409,
	deleted: 409,
	wrong_status: 409,
	has_answers: 409,
	removed_by_moderator: 403,
	too_many_drafts: 409,
	held: 402,
	own_vote: 403,
	edit_conflict: 409,
	edit_stopped: 403,
	tag_reserved: 403,
	tag_new: 403,
	tag_not_found: 404,
	tag_taken: 409,
	follow_self: 422,
	column_kind: 422,
};

export type ItemErrorCode = keyof typeof codes;

export const itemError = defineErrors('items', codes);
