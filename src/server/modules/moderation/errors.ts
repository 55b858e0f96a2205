import { defineErrors } from '../../kernel/errors.ts';

export const moderationError = defineErrors('moderation', {
	// Reports.
	subject_not_found: 404,
	own_thing: 403,
	reported_already: 409,
	dismissed_already: 409,
	too_many_reports: 429,
	// Cases.
	case_not_found: 404,
	case_decided: 409,
	own_case: 403,
	claimed_by_other: 409,
	not_claimed: 409,
	daily_limit: 429,
	nothing_waits: 409,
	// Decisions.
	measure_not_possible: 422,
	measures_conflict: 422,
	staff_only: 403,
	subject_gone: 409,
	category_missing: 422,
	duplicate_missing: 422,
	space_missing: 422,
	text_missing: 422,
	decision_not_found: 404,
	undo_too_late: 409,
	undone_already: 409,
	not_the_decider: 403,
	// Appeals.
	not_concerned: 403,
	nothing_to_appeal: 409,
	appeal_too_late: 409,
	appealed_already: 409,
	appeal_not_found: 404,
	appeal_decided: 409,
	same_reviewer: 403,
	appellant_decides: 403,
	// The console.
	canned_not_found: 404,
	too_many_canned: 409,
});
