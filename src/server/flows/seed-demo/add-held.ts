import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { textCheck } from '../../modules/checks/index.ts';
import { publishItem, registerTextCheck } from '../../modules/items/index.ts';
import type { Db } from '../../platform/db/index.ts';

/** Somebody came today and wrote what the checks hold: so that the console and the queue have something to show. */
export async function addHeld(db: Db): Promise<void> {
	const space = await db
		.selectFrom('spaces')
		.select('id')
		.where('access', '=', 'public')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	if (!space) return;
	const { id } = await db
		.insertInto('users')
		.values({
			handle: 'kuaijie-daiban',
			name: '快捷代办',
			email: 'kuaijie-daiban@demo.stoa.example',
			email_verified: true,
			origin: 'demo',
			locale: 'zh-CN',
			created_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const actor: Actor = { userId: id, role: 'member', emailVerified: true, suspended: false, scopes: null };
	registerTextCheck(textCheck(db, 'stoa.example'));
	try {
		await publishItem(db, actor, {
			kind: 'discussion',
			spaceId: space.id,
			title: '各类票据，当天出，诚信可靠',
			source: '需要 代.開.發.票 的朋友加微​信细聊，正规渠道，当天可出，量大从优。',
			tags: [],
		});
	} finally {
		registerTextCheck(null);
	}
}
