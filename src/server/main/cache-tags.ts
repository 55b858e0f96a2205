import type { EventPayloads, EventType } from '../contracts/events.ts';

/**
 * Which cached pages a fact makes old. A page about an item carries `item:<id>`, every list carries `feeds`,
 * pages about spaces, tags and people carry `space:<id>`, `tags`, `person:<id>`.
 */
export function cacheTagsOf(event: { type: EventType; payload: EventPayloads[EventType] }): string[] {
	const payload = event.payload as Partial<Record<string, unknown>>;
	const tags: string[] = [];
	if (typeof payload.itemId === 'number') tags.push(`item:${payload.itemId}`, 'feeds');
	if (typeof payload.spaceId === 'number') tags.push(`space:${payload.spaceId}`, 'spaces');
	if (typeof payload.personId === 'number') tags.push(`person:${payload.personId}`);
	if (typeof payload.userId === 'number') tags.push(`person:${payload.userId}`, 'people');
	if (typeof payload.authorId === 'number') tags.push(`person:${payload.authorId}`);
	return tags;
}

/**
 * True for a fact that takes something out of the sight of those who saw it. Other pages name it (as related, as a
 * duplicate, as the next part), and nobody knows which: everything that is kept is forgotten. Such facts are rare.
 */
export function takesOutOfSight(event: { type: EventType; payload: EventPayloads[EventType] }): boolean {
	const { change } = event.payload as { change?: string };
	if (event.type === 'items.changed') return ['held', 'hidden', 'deleted', 'moved'].includes(change ?? '');
	// A space that is changed may have become private, and everything in it with it.
	return event.type === 'spaces.changed' && (change === 'updated' || change === 'archived');
}
