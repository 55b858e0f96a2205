import type { SpaceId, UserId } from '../../kernel/ids.ts';

export type SpaceAccess = 'public' | 'paid' | 'private';
export type SpaceRole = 'owner' | 'moderator' | 'expert' | 'member';

/** Text per language, e.g. `{ 'zh-CN': '广场', en: 'Commons' }`; a missing language falls back to the plain field. */
export type Localised = Partial<Record<'zh-CN' | 'en', string>>;

/** A space as it stands in a list, and beside an item. */
export interface SpaceCard {
	id: SpaceId;
	slug: string;
	name: string;
	names: Localised;
	tagline: string;
	taglines: Localised;
	access: SpaceAccess;
	accent: string;
	memberCount: number;
	itemCount: number;
	/** What the actor is there; null for a stranger. */
	role: SpaceRole | null;
}

export interface SpaceRule {
	title: string;
	text: string;
	titles?: Localised;
	texts?: Localised;
}

/** A space as its own page shows it. */
export interface Space extends SpaceCard {
	about: string;
	abouts: Localised;
	rules: SpaceRule[];
	ownerId: UserId | null;
	createdAt: Date;
	archivedAt: Date | null;
	can: {
		update: boolean;
		archive: boolean;
		invite: boolean;
		appoint: boolean;
		join: boolean;
		leave: boolean;
	};
}

/** Roles from which a space is looked after. */
export function looksAfter(role: SpaceRole | null | undefined): boolean {
	return role === 'owner' || role === 'moderator';
}
