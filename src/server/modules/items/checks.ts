import { type Actor, isStaff } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { SpaceId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Standing, standingIn } from '../entitlements/index.ts';
import { itemError } from './errors.ts';
import { type Kind, kinds } from './kinds.ts';

/** @throws items.kind_unknown */
export function kindNamed(name: string): Kind {
	const kind = kinds.get(name);
	if (!kind)
		throw itemError('kind_unknown', { params: { kind: name }, fields: { kind: 'items.kind_unknown' } });
	return kind;
}

/**
 * What a kind asks beyond the common schema.
 *
 * @returns the kind's own data, parsed
 */
export function checkForKind(kind: Kind, given: { source: string; tags: string[]; data?: unknown }): unknown {
	const fields: Record<string, string> = {};
	if ([...given.source.trim()].length < kind.minBody) fields.source = 'items.body_too_short';
	if (given.tags.length < kind.tags.min) fields.tags = 'items.tags_missing';
	if (given.tags.length > kind.tags.max) fields.tags = 'items.too_many_tags';
	if (Object.keys(fields).length > 0) {
		throw commonError('invalid_input', {
			fields,
			params: { min: kind.minBody, maxTags: kind.tags.max },
			detail: `Check these fields: ${Object.keys(fields).join(', ')}.`,
		});
	}
	return kind.data ? validate(kind.data, given.data) : undefined;
}

/** @throws items.space_not_found, items.space_archived, items.not_in_space */
export async function spaceToPostIn(db: Db, actor: Actor, spaceId: SpaceId): Promise<Standing> {
	const space = await standingIn(db, actor, spaceId);
	const staff = isStaff(actor);
	if (!space || (space.access === 'private' && space.role === null && !staff)) {
		throw itemError('space_not_found', { fields: { spaceId: 'items.space_not_found' } });
	}
	if (space.archived) throw itemError('space_archived', { fields: { spaceId: 'items.space_archived' } });
	if (!space.belongs && !staff)
		throw itemError('not_in_space', {
			params: { space: space.slug },
			fields: { spaceId: 'items.not_in_space' },
		});
	return space;
}
