import { enhanceSrc } from '#lib/server/enhance.ts';

export const load = ({ locals }) => ({
	locale: locals.locale,
	theme: locals.theme,
	person: locals.person,
	enhanceSrc,
});
