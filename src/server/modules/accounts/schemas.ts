import { z } from 'zod';
import { reservedHandles } from './handles.ts';

// Messages are error codes: the edge turns them into the reader's language.

const handle = z
	.string()
	.trim()
	.toLowerCase()
	.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'accounts.handle_shape')
	.refine((text) => !reservedHandles.has(text), 'accounts.handle_reserved');

const name = z.string().trim().min(1, 'accounts.name_missing').max(80, 'accounts.name_too_long');
const email = z
	.email('accounts.email_shape')
	.max(254, 'accounts.email_shape')
	.transform((text) => text.toLowerCase());
const password = z.string().min(10, 'accounts.password_short').max(200, 'accounts.password_long');

export const signUpSchema = z.object({ name, handle, email, password });
export const signInSchema = z.object({
	email,
	password: z.string().min(1, 'accounts.password_missing').max(200, 'accounts.password_long'),
});
export const emailSchema = z.object({ email });
export const newPasswordSchema = z.object({ password, token: z.string().min(1, 'accounts.link_expired') });

export const profileSchema = z.object({
	name,
	handle,
	headline: z.string().trim().max(120, 'accounts.headline_too_long').default(''),
	bio: z.string().trim().max(4000, 'accounts.bio_too_long').default(''),
	website: z
		.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'accounts.website_shape' })])
		.default(''),
	locale: z.enum(['zh-CN', 'en']),
	timeZone: z.string().refine(isTimeZone, 'accounts.time_zone_unknown'),
	expertise: z.array(z.string().trim().min(1).max(60)).max(12, 'accounts.expertise_many').default([]),
	/** Whether they are also written to about cohorts and trainings; left out, it stays. */
	learningLetters: z.boolean().optional(),
});

export type SignUp = z.infer<typeof signUpSchema>;
export type Profile = z.infer<typeof profileSchema>;

function isTimeZone(text: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: text });
		return true;
	} catch {
		return false;
	}
}
