import { error } from '@sveltejs/kit';
import { dev } from '$app/env';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!dev && !locals.ctx.config.demo) error(404, { message: 'Not found' });
	return { present: new Date() };
};
