import { defineErrors } from '../../kernel/errors.ts';

export const archiveError = defineErrors('archives', {
	not_found: 404,
	no_zip: 422,
	no_course: 422,
	link_inside: 422,
	name_unusable: 422,
	names_alike: 422,
	text_broken: 422,
	too_much_text: 422,
	place_missing: 422,
	too_many: 429,
	too_large: 422,
});
