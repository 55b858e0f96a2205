import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { SpaceAccess, SpaceRole } from '../spaces/index.ts';
import { belongs } from './access.ts';

/** How the actor stands to a space. */
export interface Standing {
	id: SpaceId;
	slug: string;
	access: SpaceAccess;
	archived: boolean;
	role: SpaceRole | null;
	/** May read what members read there, and write: anyone in a public space, who paid or was invited in a paid one. */
	belongs: boolean;
}

const standingOf = statement<{ space: SpaceId; user: number | null; now: Date }, Standing>(
	`select s.id, s.slug, s.access, s.archived_at is not null as archived, m.role, ${belongs} as belongs
		from spaces s left join space_members m on m.space_id = s.id and m.user_id = :user::bigint
		where s.id = :space::bigint`,
);

/** How the actor stands to a space; null when it does not exist. One statement. */
export async function standingIn(db: Db, actor: Actor, spaceId: SpaceId): Promise<Standing | null> {
	const [row] = await standingOf(db, { space: spaceId, user: actor.userId, now: now() });
	return row ?? null;
}
