import { defineErrors } from '../../kernel/errors.ts';

export const ltiError = defineErrors('lti', {
	platform_unknown: 404,
	platform_taken: 409,
	url_shape: 422,
	deployments_missing: 422,
	name_missing: 422,
	client_missing: 422,
	launch_broken: 400,
	launch_expired: 403,
	launch_refused: 403,
	ticket_expired: 403,
	course_unknown: 404,
});
