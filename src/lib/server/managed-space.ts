import { error, isActionFailure, type RequestEvent } from '@sveltejs/kit';
import { requireMember } from '#server/contracts/actor.ts';
import { findSpace, type Space } from '#server/modules/spaces/index.ts';
import { spaceFaults } from './space-form.ts';

/** The space of an address, for who may do this with it; others get the page that says so. */
export async function managedSpace(
	event: Pick<RequestEvent, 'locals'> & { params: { slug: string } },
	may: (can: Space['can']) => boolean,
): Promise<Space> {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const space = await findSpace(ctx.db, actor, event.params.slug);
	if (!space) error(404, { message: 'There is no such space.', code: 'spaces.not_found' });
	if (!may(space.can)) error(403, { message: 'This actor may not do this here.', code: 'common.forbidden' });
	return space;
}

/** Puts the faults of a refused form at the fields of the form of a space. */
export function atSpaceFields<E extends RequestEvent, T>(
	act: (event: E) => Promise<T>,
): (event: E) => Promise<T> {
	return async (event) => {
		const result = await act(event);
		if (isActionFailure(result)) {
			const data = result.data as unknown as { fields: Record<string, string> };
			data.fields = spaceFaults(data.fields, event.locals.ctx.settings.defaultLocale);
		}
		return result;
	};
}
