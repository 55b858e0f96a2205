import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { findPerson, updateProfile, wantsLearningLetters } from '#server/modules/accounts/index.ts';

export const load = page(async ({ locals }) => {
	requireMember(locals.actor);
	return {
		profile: (await findPerson(locals.ctx.db, locals.person!.handle))!,
		letters: await wantsLearningLetters(locals.ctx.db, locals.person!.id),
		zones: Intl.supportedValuesOf('timeZone'),
	};
});

export const actions = {
	default: action(async ({ locals, cookies }, form) => {
		const expertise = String(form.get('expertise') ?? '')
			.split(/[,，、\s]+/)
			.filter(Boolean);
		await updateProfile(locals.ctx.db, locals.actor, {
			...Object.fromEntries(form),
			expertise,
			learningLetters: form.has('learningLetters'),
		});
		locals.ctx.identities.forget(locals.person!.id);
		cookies.set('lang', String(form.get('locale')), {
			path: '/',
			maxAge: 31_536_000,
			httpOnly: false,
			secure: false,
		});
		return { saved: true };
	}),
};
