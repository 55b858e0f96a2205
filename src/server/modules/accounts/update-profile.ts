import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { obstacleError, requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import { accountError } from './errors.ts';
import { profileSchema } from './schemas.ts';

/** Changes what a person says of themselves. @throws accounts.handle_taken; common.invalid_input; accounts.suspended */
export async function updateProfile(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const profile = validate(profileSchema, input);
	if (actor.silenced && (await speaks(db, userId, profile))) throw obstacleError('silenced');
	const taken = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', profile.handle)
		.where('id', '<>', userId)
		.executeTakeFirst();
	if (taken) throw accountError('handle_taken', { fields: { handle: 'accounts.handle_taken' } });
	const { html } = await renderMarkdown(profile.bio, { base: 'comment' });
	await inTransaction(db, async (tx) => {
		await tx
			.updateTable('users')
			.set({
				name: profile.name,
				handle: profile.handle,
				headline: profile.headline,
				bio: profile.bio,
				bio_html: html,
				website: profile.website,
				locale: profile.locale,
				time_zone: profile.timeZone,
				expertise: profile.expertise,
				...(profile.learningLetters === undefined ? {} : { learning_letters: profile.learningLetters }),
				updated_at: now(),
			})
			.where('id', '=', userId)
			.execute();
		await emit(tx, userId, 'accounts.profile-changed', { userId });
	});
}

/** Whether a change says something to others: a name and a headline stand beside every post. */
async function speaks(db: Db, userId: number, profile: z.output<typeof profileSchema>): Promise<boolean> {
	const now = await db
		.selectFrom('users')
		.select(['name', 'handle', 'headline', 'bio', 'website', 'expertise'])
		.where('id', '=', userId)
		.executeTakeFirst();
	const said = ({ name, handle, headline, bio, website, expertise }: NonNullable<typeof now>) =>
		JSON.stringify([name, handle, headline, bio, website, expertise]);
	return now === undefined || said(now) !== said(profile as NonNullable<typeof now>);
}

/** Whether somebody is also written to about cohorts and trainings. */
export async function wantsLearningLetters(db: Db, userId: number): Promise<boolean> {
	const row = await db
		.selectFrom('users')
		.select('learning_letters')
		.where('id', '=', userId)
		.executeTakeFirst();
	return row?.learning_letters ?? false;
}
