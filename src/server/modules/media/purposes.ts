import type { Settings } from '../../platform/settings/index.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'file';
export type Purpose = 'picture' | 'avatar' | 'cover' | 'video' | 'audio' | 'file';

type SizeLimit = 'mediaPictureMb' | 'mediaVideoMb' | 'mediaFileMb';

/** What a file may be by what it is for, and which setting says how large. */
export const purposes: Record<Purpose, { kinds: readonly MediaKind[]; limit: SizeLimit }> = {
	picture: { kinds: ['image'], limit: 'mediaPictureMb' },
	avatar: { kinds: ['image'], limit: 'mediaPictureMb' },
	cover: { kinds: ['image'], limit: 'mediaPictureMb' },
	video: { kinds: ['video'], limit: 'mediaVideoMb' },
	audio: { kinds: ['audio', 'video'], limit: 'mediaVideoMb' },
	file: { kinds: ['file', 'image', 'audio', 'video'], limit: 'mediaFileMb' },
};

export const purposeNames = Object.keys(purposes) as [Purpose, ...Purpose[]];

const MB = 1024 * 1024;

/** The most bytes that a file for this purpose may have. */
export function mostBytes(purpose: Purpose, settings: Settings): number {
	return settings[purposes[purpose].limit] * MB;
}
