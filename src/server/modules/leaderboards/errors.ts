import { defineErrors } from '../../kernel/errors.ts';

export const leaderboardError = defineErrors('leaderboards', {
	not_found: 404,
});
