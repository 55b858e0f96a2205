import { createHash, randomUUID } from 'node:crypto';
import type { SignedInPerson } from '../../modules/accounts/index.ts';
import { bounded } from '../../platform/cache/bounded.ts';
import type { Piece } from './gzip-pieces.ts';
import { splitParts } from './person-parts.ts';

/** For whom a page was rendered; with the address and the data all that it depends on. */
export interface Reader {
	person: SignedInPerson | null;
	locale: string;
	theme: string;
	/** The address that was asked: canonical links begin with it, so it must not come from whoever asked first. */
	origin: string;
}

/**
 * Pages as they were rendered, without what they show of their reader. A key names the data that a page was made of, so
 * nothing is ever dropped for being old: other data make another key. Two members who see the same thing share one
 * rendering, and each gets their own header.
 */
export interface KeptPages {
	/** The page for this reader; undefined when it, or this reader's own part of it, was not rendered yet. */
	get(key: string, reader: Reader): KeptPage | undefined;
	/** Keeps a rendered page. @returns it without the marks */
	set(key: string, reader: Reader, html: string): Buffer;
	clear(): void;
}

export interface KeptPage {
	/** The body in pieces: joining them would cost a copy of the whole for each reader. */
	pieces: Piece[];
	etag: string;
}

interface Kept {
	id: string;
	texts: Piece[];
	names: string[];
}

/** @param maxBytes what the pages may weigh together */
export function openKeptPages(maxBytes = 10 * 1024 * 1024): KeptPages {
	const pages = bounded<Kept>(maxBytes);
	// Their keys tell everything they show, so only room is a reason to drop one.
	const parts = bounded<Piece>(maxBytes / 8, 3_600_000);
	return {
		get(key, reader) {
			const kept = pages.get(key);
			if (!kept) return undefined;
			const pieces = [kept.texts[0] as Piece];
			// The same rendering with the same parts is the same page.
			const hash = createHash('sha1').update(kept.id);
			for (const [at, name] of kept.names.entries()) {
				const partOf = partKey(name, reader);
				const own = parts.get(partOf);
				if (!own) return undefined;
				hash.update(partOf);
				pieces.push(own, kept.texts[at + 1] as Piece);
			}
			return { pieces, etag: `W/"${hash.digest('base64url')}"` };
		},
		set(key, reader, html) {
			const split = splitParts(html);
			const texts = split.texts.map(pieceOf);
			const own = split.parts.map(pieceOf);
			pages.set(
				key,
				{ id: randomUUID(), texts, names: split.names },
				texts.reduce((sum, text) => sum + weightOf(text), 512),
			);
			for (const [at, name] of split.names.entries()) {
				const part = own[at] as Piece;
				parts.set(partKey(name, reader), part, weightOf(part));
			}
			return Buffer.concat(
				texts.flatMap((text, at) => [...(at === 0 ? [] : [(own[at - 1] as Piece).plain]), text.plain]),
			);
		},
		clear() {
			pages.clear();
			parts.clear();
		},
	};
}

const pieceOf = (text: string): Piece => ({ plain: Buffer.from(text) });
// The compressed form is about a fifth of the plain one.
const weightOf = ({ plain }: Piece) => 512 + plain.length * 1.2;

// Everything that a page shows of its reader: a change of any of it is another key.
function partKey(name: string, { person, locale, theme }: Reader): string {
	if (!person) return `${name} ${locale} ${theme}`;
	const { id, handle, image, face, unreadCount, role } = person;
	return JSON.stringify([name, locale, theme, id, person.name, handle, image, face, unreadCount, role]);
}
