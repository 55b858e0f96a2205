import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Localised, SpaceAccess } from '../spaces/index.ts';
import { belongs } from './access.ts';

/** A space as a form that publishes offers it. */
export interface PostableSpace {
	id: SpaceId;
	slug: string;
	name: string;
	names: Localised;
	access: SpaceAccess;
	member: boolean;
}

const postable = statement<{ user: number | null; staff: boolean; now: Date }, PostableSpace>(
	`select s.id, s.slug, s.name, s.names, s.access, m.role is not null as member
		from spaces s left join space_members m on m.space_id = s.id and m.user_id = :user::bigint
		where s.archived_at is null and (:staff::boolean or ${belongs})
		order by m.role is not null desc, s.member_count desc, s.id limit 200`,
);

/** The spaces that the actor may publish in: their own first, then the largest. At most 200; one statement. */
export function spacesToPostIn(db: Db, actor: Actor): Promise<PostableSpace[]> {
	return postable(db, { user: actor.userId, staff: isStaff(actor), now: now() });
}
