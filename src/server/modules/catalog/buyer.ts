import type { UserId } from '../../kernel/ids.ts';

/** Whom a price is for. */
export interface Buyer {
	/** null for a visitor who looks at prices. */
	userId: UserId | null;
	/** Where they buy from: ISO 3166, two letters. */
	region: string;
	level: number;
	segments: readonly string[];
	/** They ordered before. */
	bought: boolean;
}

/** The reputation from which somebody has level 2, 3, … Everybody has level 1. */
export const levelsFrom = [100, 500, 2000, 10_000] as const;

/** The level that a reputation gives, from 1 on. */
export function levelOf(reputation: number): number {
	return 1 + levelsFrom.filter((from) => reputation >= from).length;
}

/** Whom a price or discount is for; null: everybody. */
export interface Audience {
	region: string | null;
	segment: string | null;
	minLevel: number | null;
}

/** True when the buyer is one of them. */
export function isFor(audience: Audience, buyer: Buyer): boolean {
	return (
		(audience.region === null || audience.region === buyer.region) &&
		(audience.segment === null || buyer.segments.includes(audience.segment)) &&
		(audience.minLevel === null || buyer.level >= audience.minLevel)
	);
}

/** True between the two moments; null is never. */
export function isWithin({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }, at: Date): boolean {
	return startsAt <= at && (endsAt === null || at < endsAt);
}
