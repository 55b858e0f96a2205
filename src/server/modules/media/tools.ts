import type { Ffmpeg } from '../../platform/ffmpeg/index.ts';
import type { Log } from '../../platform/log.ts';
import type { Settings } from '../../platform/settings/index.ts';
import type { Storage } from '../../platform/storage/index.ts';

/** What the use cases of this module work with beside the database: built once, see `ctx.media`. */
export interface MediaTools {
	storage: Storage;
	ffmpeg: Ffmpeg;
	/** Signs addresses and seals keys. */
	secret: string;
	/** Where files lie while they are worked on; what is in it may be thrown away at any time. */
	workDir: string;
	settings: () => Settings;
	log?: Log;
	/** Told when this process ends: work that is going on is put down, and taken up by the next. */
	stop?: AbortSignal;
}

/** Where the objects of a medium lie in the storage. */
export const keyOf = {
	all: (id: number) => `media/${id}/`,
	original: (id: number) => `media/${id}/original`,
	picture: (id: number, role: 'image' | 'poster', width: string, format: string) =>
		`media/${id}/${role}/${width}.${format}`,
	stream: (id: number, name: string, file: string) => `media/${id}/stream/${name}/${file}`,
	pieces: (id: number) => `uploads/${id}/`,
	piece: (id: number, name: string) => `uploads/${id}/${name}`,
};
