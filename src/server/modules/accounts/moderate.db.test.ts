import { expect, test } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { createApiKey } from './api-keys.ts';
import { liftSuspension, setRole, suspendPerson } from './moderate.ts';
import { readOutbox } from './outbox.ts';
import { updateProfile } from './update-profile.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

async function person(
	handle: string,
	role: 'member' | 'moderator' | 'admin',
): Promise<Actor & { userId: number }> {
	const { id } = await db
		.insertInto('users')
		.values({ handle, name: handle, email: `${handle}@example.com`, role })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { ...visitor, userId: id, role, emailVerified: true };
}

test('a moderator who is suspended does not lift it, nor moderate others, nor change what is said of them', async () => {
	const admin = await person('admin-a', 'admin');
	const fallen = { ...(await person('fallen', 'moderator')), suspended: true };
	const other = await person('other', 'member');
	await suspendPerson(db, admin, fallen.userId, { reason: 'abused it', days: 3 });
	expect(await code(liftSuspension(db, fallen, fallen.userId))).toBe('accounts.suspended');
	expect(await code(suspendPerson(db, fallen, other.userId, { reason: 'revenge', days: 3 }))).toBe(
		'accounts.suspended',
	);
	expect(await code(updateProfile(db, fallen, {}))).toBe('accounts.suspended');
	expect(await code(createApiKey(db, fallen, { name: 'later', scopes: ['write'] }))).toBe(
		'accounts.suspended',
	);
	const fallenAdmin = { ...admin, suspended: true };
	expect(await code(setRole(db, fallenAdmin, other.userId, 'admin'))).toBe('accounts.suspended');
});

test('the outbox shows the links of others to administrators only, and nothing to anyone else outside a demo', async () => {
	const [admin, moderator] = [await person('admin-b', 'admin'), await person('moderator-b', 'moderator')];
	for (const recipient of ['admin-b@example.com', 'moderator-b@example.com'])
		await sendMail(db, { recipient, kind: 'reset-password', subject: 'Link', text: 'token=abc' });
	const recipients = async (actor: Actor, email: string | null) =>
		(await readOutbox(db, actor, email, true)).map(({ recipient }) => recipient);
	expect(await recipients(admin, 'admin-b@example.com')).toHaveLength(2);
	expect(await recipients(moderator, 'moderator-b@example.com')).toEqual(['moderator-b@example.com']);
	expect(await recipients(visitor, null)).toEqual([]);
	expect(await code(readOutbox(db, moderator, 'moderator-b@example.com', false))).toBe('common.not_found');
});
